/** The nudge's own words in Russian. */
export default {
  language: "ru",
  region: "Ваш отзыв",
  close: "Закрыть",
  back: "Назад",
  next: "Далее",
  send: "Отправить",
  skip: "Пропустить",
  yes: "Да",
  no: "Нет",
  optional: "необязательно",
  of: "из",
  thanks: "Спасибо за ваш отзыв!",
  missing: "Пожалуйста, сначала ответьте.",
  tooLong: "Пожалуйста, сократите текст.",
};
