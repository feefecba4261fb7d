/**
 * On which side the panel stands: where it covers nothing that has to be clicked. Who moves it knows better.
 */
export function sides() {
  let isFar = false;
  let isMoved = false;
  return {
    move() {
      isFar = !isFar;
      isMoved = true;
    },
    /**
     * @param {Element} panel As it is drawn; its class `far` is the other side.
     * @param {Element[]} needed What has to be clicked.
     */
    choose(panel, needed) {
      const boxes = needed.map((it) => it.getBoundingClientRect());
      const isFree = (far) => {
        panel.classList.toggle("far", far);
        const box = panel.getBoundingClientRect();
        return !boxes.some((it) => overlap(it, box));
      };
      if (!isMoved && !isFree(isFar)) isFar = isFree(!isFar) ? !isFar : isFar;
      panel.classList.toggle("far", isFar);
    },
  };
}

const overlap = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
