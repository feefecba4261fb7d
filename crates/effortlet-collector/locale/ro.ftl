# Ce spun raportul și paginile sale de autentificare. Cheile și valorile sunt cele din en.ftl.
#
# Formele românești: 1 răspuns, 2 răspunsuri, 20 de răspunsuri ([one], [few], *[other]), alese prin FORM.

## Everywhere

frame-skip = Treci direct la raport
frame-access = Accesul tău
frame-builder = Constructor
frame-tokens = Tokenuri de citire
frame-log-out = Ieși din cont
frame-language = Limba
interval = de la { $low } la { $high }
interval-rough = de la { $low } la { $high }, aproximativ
days = { $from } – { $to }
moment = { $day }, { $time } UTC
quoted = „{ $text }”
points = { $points } p.p.
better = { $change } (mai bine)
worse = { $change } (mai rău)
no-clear-change = nicio schimbare clară
too-few = prea puține răspunsuri
withheld = nu se afișează
figure = Indicator
score = Scor
easy = Ușor
easy-success = Reușită ușoară
share = Pondere
before = Înainte
after = După
now = Acum
difference = Diferență
version = Versiune
place = { $place }
out-of = { $part } din { $all }
band = { $band ->
    [difficult] greu
    [easy] ușor
   *[neutral] neutru
}
show = Afișează
show-everything = Afișează tot
any = Oricare
by = După
figures-link = Cifre
figures-of = Cifre: { $name }
comments-link = Comentarii
comments-about = Comentarii: { $name }
copy = Copiază
copied = Copiat

## How answers arrive, where there are none

arrive-line = Pune această linie în paginile centrului tău de ajutor. Ea aduce widgetul și definiția ta, iar răspunsurile se întorc aici. Adresa din ea este cea la care ajungi tu la acest server: trebuie să ajungă la ea și vizitatorii.
arrive-first = Răspunde chiar tu la primul sondaj pe una dintre pagini, apoi reîncarcă această pagină.

## The list of surveys

home-title = Sondaje
home-empty = Încă niciun răspuns
home-empty-more = Colectorul rulează și este pregătit. Rapoartele apar aici de îndată ce sosește primul răspuns.
home-score = { $easy ->
    [low] din { $points }, mai mic înseamnă mai ușor
   *[high] din { $points }, mai mare înseamnă mai ușor
}
home-said-yes = au spus da
home-interval = Interval de încredere 95 %: de la { $low } la { $high }
home-interval-rough = Interval de încredere 95 %: de la { $low } la { $high }, aproximativ
home-few = Au răspuns mai puțin de cinci persoane; scorul apare de la a cincea.
home-no-comparison = { FORM($days) ->
    [one] Prea puține răspunsuri pentru a compara ultima zi cu cea dinainte.
    [few] Prea puține răspunsuri pentru a compara ultimele { $days } zile cu cele dinainte.
   *[other] Prea puține răspunsuri pentru a compara ultimele { $days } de zile cu cele dinainte.
}
home-no-change = { FORM($days) ->
    [one] Nicio schimbare clară față de ziua dinainte.
    [few] Nicio schimbare clară față de cele { $days } zile dinainte.
   *[other] Nicio schimbare clară față de cele { $days } de zile dinainte.
}
home-than = { FORM($days) ->
    [one] față de ziua dinainte
    [few] față de cele { $days } zile dinainte
   *[other] față de cele { $days } de zile dinainte
}
home-spark = Pe săptămâni: { $first } la început, { $last } la sfârșit, pe o scală de la 1 la { $points }
home-answered-of = Au răspuns { $answered } din { $shown } întrebați ({ $share }), întrebat ultima dată { $last }
home-answered = { FORM($n) ->
    [one] { $n } răspuns, întrebat ultima dată { $last }
    [few] { $n } răspunsuri, întrebat ultima dată { $last }
   *[other] { $n } de răspunsuri, întrebat ultima dată { $last }
}
home-answered-and-closed = { FORM($n) ->
    [one] { $n } răspuns, au închis: { $closed }, întrebat ultima dată { $last }
    [few] { $n } răspunsuri, au închis: { $closed }, întrebat ultima dată { $last }
   *[other] { $n } de răspunsuri, au închis: { $closed }, întrebat ultima dată { $last }
}
home-no-definition = Acest colector nu a primit nicio definiție
home-no-definition-more = Nu știe ce sunt întrebați vizitatorii tăi, așa că păstrează separat fiecare răspuns și nu numără niciunul. Pornește-l cu definiția ta sau trimite-o prin POST la { $address }; răspunsurile păstrate separat care i se potrivesc sunt numărate atunci.
home-apart = Păstrate separat
home-apart-count = { FORM($n) ->
    [one] Păstrate separat: { $n } răspuns
    [few] Păstrate separat: { $n } răspunsuri
   *[other] Păstrate separat: { $n } de răspunsuri
}
home-apart-more = Nicio definiție cunoscută de acest colector nu întreabă ceea ce răspund ele. Nu intră în nicio cifră și sunt numărate de îndată ce se înregistrează o definiție care o face. Se păstrează cel mult { $most }.
home-apart-group = { FORM($n) ->
    [one] { $n } răspuns la { $survey } de pe { $site }: { $unknown }
    [few] { $n } răspunsuri la { $survey } de pe { $site }: { $unknown }
   *[other] { $n } de răspunsuri la { $survey } de pe { $site }: { $unknown }
}
home-apart-unknown = { $reason ->
    [site] site necunoscut { $name }
    [survey] sondaj necunoscut { $name }
    [version] versiune necunoscută { $name }
    [question] întrebare necunoscută { $name }
    [kind] fel de întrebare necunoscut { $name }
    [scale] scală necunoscută { $name }
    [direction] sens al scalei necunoscut { $name }
    [order] ordine necunoscută { $name }
   *[option] opțiune necunoscută { $name }
}

## One survey

survey-nothing = Încă nimic
survey-nothing-for = Încă nimic pentru „{ $survey }”
survey-nothing-more = Nu a sosit niciun răspuns la acest sondaj.
survey-see-all = Vezi toate sondajele cu răspunsuri
missing-unnamed = Nu este numit niciun sondaj
missing-unnamed-more = Această adresă nu spune despre ce sondaj este vorba: lipsește { $name }.
missing-survey = Aici nu există sondajul „{ $survey }”
missing-survey-more = Nu este în nicio definiție și nu a sosit nimic pentru el. Aceste sondaje au răspunsuri:
missing-version = Versiunea { $version } a sondajului „{ $survey }” este necunoscută
missing-version-more = Nu a sosit nimic pentru ea. Aceste versiuni au răspunsuri:
missing-version-yet = Încă nimic pentru versiunea { $version } a sondajului „{ $survey }”
missing-version-yet-more = Este într-o definiție, dar nu a sosit niciun răspuns la ea. Aceste versiuni au răspunsuri:
missing-report = Raportul sondajului „{ $survey }”
survey-responses = { FORM($n) ->
    [one] { $n } răspuns · ultimul: { $last }
    [few] { $n } răspunsuri · ultimul: { $last }
   *[other] { $n } de răspunsuri · ultimul: { $last }
}
survey-week = Ultima săptămână
survey-share = Distribuie acest raport
survey-versions = Versiunile acestui sondaj
survey-newest = { $version } (cea mai nouă)
survey-newer = { $n ->
    [0] { $version } este mai nouă: încă nu a răspuns nimeni. Cifrele ei apar de la { $least } răspunsuri în sus.
    [one] { $version } este mai nouă: până acum a răspuns { $n } persoană. Cifrele ei apar de la { $least } răspunsuri în sus.
    [few] { $version } este mai nouă: până acum au răspuns { $n } persoane. Cifrele ei apar de la { $least } răspunsuri în sus.
   *[other] { $version } este mai nouă: până acum au răspuns { $n } de persoane. Cifrele ei apar de la { $least } răspunsuri în sus.
}
survey-newer-filtered = { $n ->
    [0] { $version } este mai nouă: cu aceste filtre nu a răspuns nimeni. Cifrele ei apar de la { $least } răspunsuri în sus.
    [one] { $version } este mai nouă: cu aceste filtre a răspuns { $n } persoană. Cifrele ei apar de la { $least } răspunsuri în sus.
    [few] { $version } este mai nouă: cu aceste filtre au răspuns { $n } persoane. Cifrele ei apar de la { $least } răspunsuri în sus.
   *[other] { $version } este mai nouă: cu aceste filtre au răspuns { $n } de persoane. Cifrele ei apar de la { $least } răspunsuri în sus.
}
survey-newer-version = Versiunea { $version }
survey-together = Versiunile { $versions } sunt citite împreună.
survey-score-of = Scorul pentru { $question }
survey-scale = { $easy ->
    [low] de la 1 la { $points }, mai mic înseamnă mai ușor
   *[high] de la 1 la { $points }, mai mare înseamnă mai ușor
}
survey-no-ratings = Nimeni nu a răspuns încă la o notă, la o întrebare cu da sau nu ori la o alegere din această versiune.

score-title = Customer Effort Score (CES)
score-not-yet = Încă nu
score-not-yet-scale = { $easy ->
    [low] de la 1 la { $points }, mai mic înseamnă mai ușor
   *[high] de la 1 la { $points }, mai mare înseamnă mai ușor
}
score-label = { $score } pe o scală de la 1 la { $points }, între { $low } și { $high }
score-label-none = încă niciun scor pe o scală de la 1 la { $points }
score-interval = { FORM($n) ->
    [one] Interval de încredere 95 % { $interval }, din { $n } notă.
    [few] Interval de încredere 95 % { $interval }, din { $n } note.
   *[other] Interval de încredere 95 % { $interval }, din { $n } de note.
}
score-band = { $band } { $share }

doubt-rough = O idee aproximativă.
doubt-rough-score = { FORM($few) ->
    [one] Cu mai puțin de { $few } notă, scorul se mai poate schimba mult.
    [few] Cu mai puțin de { $few } note, scorul se mai poate schimba mult.
   *[other] Cu mai puțin de { $few } de note, scorul se mai poate schimba mult.
}
doubt-rough-shares = { FORM($few) ->
    [one] Cu mai puțin de { $few } răspuns, ponderile se mai pot schimba mult.
    [few] Cu mai puțin de { $few } răspunsuri, ponderile se mai pot schimba mult.
   *[other] Cu mai puțin de { $few } de răspunsuri, ponderile se mai pot schimba mult.
}
doubt-ratings = { FORM($n) ->
    [one] { $n } notă până acum.
    [few] { $n } note până acum.
   *[other] { $n } de note până acum.
}
doubt-answers = { FORM($n) ->
    [one] { $n } răspuns până acum.
    [few] { $n } răspunsuri până acum.
   *[other] { $n } de răspunsuri până acum.
}
doubt-score-from = Scorul apare de la { $least }, ca nimeni să nu poată fi recunoscut.
doubt-choice-from = Ce s-a ales apare de la { $least }, ca nimeni să nu poată fi recunoscut.

tile-found = Au găsit
tile-found-more = au spus da, au găsit ce le trebuia
tile-success-more = au găsit și le-a fost ușor
tile-easy-more = au dat o notă din zona „ușor”
tile-net = Efort net
tile-net-more = ușor minus greu
tile-label = { $name }: { $value }
tile-interval = de la { $low } la { $high }, { $sample }
tile-interval-rough = de la { $low } la { $high }, { $sample }, aproximativ
tile-few = prea puține răspunsuri, { $sample }
tile-withheld = nu se arată aici, ca nimeni să nu poată fi recunoscut, { $sample }

ratings-title = Ce note s-au dat
ratings-caption = De câte ori s-a ales fiecare punct
ratings-rating = Notă
bars-bar = Bară
bars-answers = Răspunsuri

choice-title = Ce s-a ales
choice-label = Ce s-a ales: { $question }
choice-caption = Câți au ales fiecare opțiune
choice-option = Opțiune
choice-from = { FORM($n) ->
    [one] Din { $n } răspuns, fiecare pondere cu intervalul ei de încredere 95 %.
    [few] Din { $n } răspunsuri, fiecare pondere cu intervalul ei de încredere 95 %.
   *[other] Din { $n } de răspunsuri, fiecare pondere cu intervalul ei de încredere 95 %.
}
choice-several = Unii au ales mai multe, așa că ponderile însumează peste 100 %.

funnel-title = Ce s-a întâmplat cu invitația
funnel-caption = Câți au făcut fiecare pas
funnel-step = Pas
funnel-shown = Afișări
funnel-began = Au început să răspundă
funnel-complete = Au răspuns până la capăt
funnel-partial = S-au oprit pe parcurs
funnel-dismissed = Au închis fără răspuns
funnel-ignored = Nici nu au răspuns, nici nu au închis
funnel-who = Cine nu a răspuns?
funnel-who-more = Și cum ar fi putut influența asta cifrele.

latest-title = Ultimele comentarii
latest-none = Încă nimic de afișat. Comentariile apar după ce scriu { $least } persoane, ca nimeni să nu poată fi recunoscut.
latest-topics = Ce se repetă mereu: articolele care lipsesc.
latest-all = Toate comentariile, cu notele celor care le-au scris

## Filters

filters-title = Filtre
filters-period = Perioadă
filters-all-time = Tot timpul
filters-last = { FORM($days) ->
    [one] Ultima zi
    [few] Ultimele { $days } zile
   *[other] Ultimele { $days } de zile
}
filters-choose = Alege zilele, secțiunea, articolul, limba, declanșatorul, dispozitivul sau un fapt, ori cu ce se compară
filters-in-force = Filtre active
filters-without = Fără filtrul { $filter }: { $value }
filters-days = Zile (UTC)
filters-from = din { $day }
filters-until = până la { $day }
filters-first-day = Prima zi
filters-last-day = Ultima zi
filters-none = Fără filtre
filters-note = Zilele sunt cele din UTC în care au sosit răspunsurile; ambele sunt incluse. Valorile pe care le au mai puțin de cinci persoane nu sunt listate.
filters-counted = Sunt numărate zilele din { $from } până în { $to }: zilele cu puține răspunsuri sunt numărate împreună cu cele vecine, ca nimeni să nu poată fi recunoscut.
filters-nobody = Niciun răspuns nu se potrivește acestor filtre
filters-nobody-more = Pentru această versiune a sondajului nu a sosit nimic care să le îndeplinească pe toate. { $everything }
filters-refused = Filtre care nu pot fi aplicate
filters-refused-more = Aceste filtre nu pot fi aplicate, așa că nu se afișează nicio cifră.
filter = { $filter ->
    [version] Versiune
    [from] Din
    [to] Până la
    [section] Secțiune
    [article] Articol
    [locale] Limbă
    [trigger] Declanșator
    [context] Fapt
    [question] Întrebare
    [topic] Temă
   *[device] Dispozitiv
}
exports-title = Ia răspunsurile cu tine
exports-all = Câte un rând pentru fiecare răspuns, din toate versiunile.
exports-filtered = Câte un rând pentru fiecare răspuns, din toate versiunile, cu aceleași filtre.
exports-lines = Linii JSON

mistake-unreadable = Această adresă nu poate fi citită.
mistake-unknown = Nu există filtrul „{ $name }”. Există { $known }.
mistake-twice = Filtrul „{ $name }” apare de două ori în adresă; poate avea o singură valoare.
mistake-too-long = { $filter ->
    [version] Această versiune are { $characters } caractere. Niciuna nu are peste { $most }.
    [from] Această primă zi are { $characters } caractere. Niciuna nu are peste { $most }.
    [to] Această ultimă zi are { $characters } caractere. Niciuna nu are peste { $most }.
    [section] Această secțiune are { $characters } caractere. Niciuna nu are peste { $most }.
    [article] Acest articol are { $characters } caractere. Niciunul nu are peste { $most }.
    [locale] Această limbă are { $characters } caractere. Niciuna nu are peste { $most }.
    [trigger] Acest declanșator are { $characters } caractere. Niciunul nu are peste { $most }.
    [device] Acest dispozitiv are { $characters } caractere. Niciunul nu are peste { $most }.
   *[other] Această valoare are { $characters } caractere. Niciuna nu are peste { $most }.
}
mistake-no-facts = Nu se poate filtra după „{ $name }”: cine administrează colectorul numește faptele după care se filtrează (--fact).
mistake-unnamed-fact = Nu se poate filtra după „{ $name }”, dar se poate după { $known }.
mistake-no-fact = „{ $text }” nu este un fapt cu valoarea lui. Unul se scrie plan=pro.
mistake-one-day-of-two = Pentru a compara cu alte zile, sunt necesare și prima, și ultima lor zi.
mistake-overlap = Unele zile din { $from } până în { $to } sunt printre cele afișate: oamenii ar fi comparați cu ei înșiși.
mistake-no-other = „{ $version }” nu este altă versiune a acestui sondaj cu care să se compare.
mistake-no-text = Ce stă pentru „{ $name }” nu este un text: conține caracterul NUL.
mistake-no-day = „{ $text }” nu este o zi care să stea la „{ $name }”. O zi se scrie 2026-11-29.
mistake-order = Perioada se încheie pe { $to }, înainte să înceapă, pe { $from }.
mistake-none-of = „{ $text }” nu poate sta la „{ $name }”. Poate fi { $words }.

## Un formular care nu poate fi citit și o pagină care nu poate fi afișată

form-refused = Nu s-a schimbat nimic
form-lacking = Formularul nu are nimic pentru „{ $name }”.
form-no-number = „{ $text }” nu poate sta la „{ $name }”. Poate fi un număr întreg.
form-too-long = Numărul de caractere din „{ $name }”: { $characters }. Poate fi cel mult { $most }.
form-back = Înapoi la pagină
refused-title = Nu a mers
refused-more = Ce s-a cerut nu poate fi urmat:
refused-unknown = Aici nu există nimic cu acest nume.
refused-busy = Colectorului i se cere prea mult chiar acum. Încearcă din nou peste câteva clipe.

## A period against the one before, and the trend

change-title = Față de perioada dinainte
change-none = Înainte de aceste zile au răspuns prea puțini sau nimeni, așa că nu există cu ce compara.
change-version = Comparație cu versiunea { $version }
change-days = Comparație cu alte zile
change-shown = Afișat
change-compared = Celălalt
change-none-there = Acolo au răspuns prea puțini sau nimeni, așa că nu există cu ce compara.
change-overlap = În aceste zile au răspuns puțini, așa că sunt numărate cu cele vecine, iar ambele perioade ar avea oameni în comun.
change-differently = Întrebat altfel, așa că nu se scade nimic. Aici: { $now }. Acolo: { $with }.
change-all-days = Toate zilele versiunii { $now }, față de toate zilele versiunii { $with }. Fiecare diferență cu intervalul ei de încredere 95 %.
change-found-caption = Cine a găsit, acum și înainte
change-asking-there = S-a schimbat și participarea: au răspuns { $rate } dintre cei cărora li s-a afișat sondajul, față de { $earlier } acolo ({ $difference }). O parte din schimbările de mai sus poate veni din faptul că au răspuns alții.
asked-scale = „{ $text }”, de la 1 la { $points }, { $easiest } este cel mai ușor
asked-labels = „{ $text }”, de la 1 la { $points }, { $easiest } este cel mai ușor ({ $labels })
change-caption = Cifrele pentru { $question }, acum și înainte
change-periods = { $now }, față de { $with }; zile din UTC. Fiecare diferență cu intervalul ei de încredere 95 %.
change-asking = S-a schimbat și participarea: au răspuns { $rate } dintre cei cărora li s-a afișat sondajul, față de { $earlier } înainte ({ $difference }). O parte din schimbările de mai sus poate veni din faptul că au răspuns alții.

trend-title = Scorul în timp
trend-label = Scorul în timp, { $question }
trend-lengths = Lungimea unui interval de zile
trend-unit = { $unit ->
    [day] zi
    [week] săptămână
   *[month] lună
}
trend-few = Au răspuns prea puțini pentru a desena cum s-a mișcat scorul.
trend-note = { FORM($few) ->
    [one] Fiecare punct cu intervalul lui de încredere 95 %. Un punct gol are mai puțin de { $few } notă.
    [few] Fiecare punct cu intervalul lui de încredere 95 %. Un punct gol are mai puțin de { $few } note.
   *[other] Fiecare punct cu intervalul lui de încredere 95 %. Un punct gol are mai puțin de { $few } de note.
}
trend-edits = O linie punctată este o editare a articolului de lângă ea.
trend-edited = „{ $article }” a fost editat
trend-cut = Sunt desenate doar cele mai recente.
trend-behind = Cifrele din spatele graficului
trend-chart = { $unit ->
    [day] Scorul pe zile din { $from } până în { $to }, pe o scală de la 1 la { $points }: { $first } la început, { $last } la sfârșit. Cifrele sunt în tabelul de mai jos.
    [week] Scorul pe săptămâni din { $from } până în { $to }, pe o scală de la 1 la { $points }: { $first } la început, { $last } la sfârșit. Cifrele sunt în tabelul de mai jos.
   *[month] Scorul pe luni din { $from } până în { $to }, pe o scală de la 1 la { $points }: { $first } la început, { $last } la sfârșit. Cifrele sunt în tabelul de mai jos.
}
trend-mark = versiunea { $version }
trend-caption = Scorul pe intervale de zile și pe versiuni
trend-ratings = Note

## Where effort is lost

lost-title = Unde se pierde efort
lost-more = Vizitatorii care nu au găsit ce căutau sau cărora nu le-a fost ușor. Pe primul loc stă ce a pierdut cei mai mulți: ce au întâlnit mulți trece înaintea a ceea ce au întâlnit puțini, chiar dacă ponderea lor este ceva mai proastă.
lost-by = Unde se pierde efort, după
lost-kind = { $by ->
    [article] articol
    [section] secțiune
    [locale] limbă
    [trigger] declanșator
    [context] fapt
   *[device] dispozitiv
}
lost-nothing = { $by ->
    [article] Încă nu se poate spune nimic despre articole anume. Fiecare apare de la { $least } răspunsuri, ca nimeni să nu poată fi recunoscut.
    [section] Încă nu se poate spune nimic despre secțiuni anume. Fiecare apare de la { $least } răspunsuri, ca nimeni să nu poată fi recunoscut.
    [locale] Încă nu se poate spune nimic despre limbi anume. Fiecare apare de la { $least } răspunsuri, ca nimeni să nu poată fi recunoscut.
    [trigger] Încă nu se poate spune nimic despre declanșatori anume. Fiecare apare de la { $least } răspunsuri, ca nimeni să nu poată fi recunoscut.
    [context] Încă nu se poate spune nimic despre fapte anume. Fiecare apare de la { $least } răspunsuri, ca nimeni să nu poată fi recunoscut.
   *[device] Încă nu se poate spune nimic despre dispozitive anume. Fiecare apare de la { $least } răspunsuri, ca nimeni să nu poată fi recunoscut.
}
lost-caption = { $by ->
    [article] Articolele la care s-au pierdut cei mai mulți vizitatori
    [section] Secțiunile la care s-au pierdut cei mai mulți vizitatori
    [locale] Limbile la care s-au pierdut cei mai mulți vizitatori
    [trigger] Declanșatorii la care s-au pierdut cei mai mulți vizitatori
    [context] Faptele la care s-au pierdut cei mai mulți vizitatori
   *[device] Dispozitivele la care s-au pierdut cei mai mulți vizitatori
}
lost-others = { $by ->
    [article] { FORM($n) ->
        [one] Încă { $n } articol
        [few] Încă { $n } articole
       *[other] Încă { $n } de articole
    }
    [section] { FORM($n) ->
        [one] Încă { $n } secțiune
        [few] Încă { $n } secțiuni
       *[other] Încă { $n } de secțiuni
    }
    [locale] { FORM($n) ->
        [one] Încă { $n } limbă
        [few] Încă { $n } limbi
       *[other] Încă { $n } de limbi
    }
    [trigger] { FORM($n) ->
        [one] Încă { $n } declanșator
        [few] Încă { $n } declanșatori
       *[other] Încă { $n } de declanșatori
    }
    [context] { FORM($n) ->
        [one] Încă { $n } fapt
        [few] Încă { $n } fapte
       *[other] Încă { $n } de fapte
    }
   *[device] { FORM($n) ->
        [one] Încă { $n } dispozitiv
        [few] Încă { $n } dispozitive
       *[other] Încă { $n } de dispozitive
    }
}
lost-withheld = { $by ->
    [article] { FORM($n) ->
        [one] Încă { $n } articol are prea puține răspunsuri pentru a fi afișat fără ca oamenii să poată fi recunoscuți.
        [few] Încă { $n } articole au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
       *[other] Încă { $n } de articole au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
    }
    [section] { FORM($n) ->
        [one] Încă { $n } secțiune are prea puține răspunsuri pentru a fi afișată fără ca oamenii să poată fi recunoscuți.
        [few] Încă { $n } secțiuni au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
       *[other] Încă { $n } de secțiuni au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
    }
    [locale] { FORM($n) ->
        [one] Încă { $n } limbă are prea puține răspunsuri pentru a fi afișată fără ca oamenii să poată fi recunoscuți.
        [few] Încă { $n } limbi au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
       *[other] Încă { $n } de limbi au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
    }
    [trigger] { FORM($n) ->
        [one] Încă { $n } declanșator are prea puține răspunsuri pentru a fi afișat fără ca oamenii să poată fi recunoscuți.
        [few] Încă { $n } declanșatori au prea puține răspunsuri pentru a fi afișați fără ca oamenii să poată fi recunoscuți.
       *[other] Încă { $n } de declanșatori au prea puține răspunsuri pentru a fi afișați fără ca oamenii să poată fi recunoscuți.
    }
    [context] { FORM($n) ->
        [one] Încă { $n } fapt are prea puține răspunsuri pentru a fi afișat fără ca oamenii să poată fi recunoscuți.
        [few] Încă { $n } fapte au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
       *[other] Încă { $n } de fapte au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
    }
   *[device] { FORM($n) ->
        [one] Încă { $n } dispozitiv are prea puține răspunsuri pentru a fi afișat fără ca oamenii să poată fi recunoscuți.
        [few] Încă { $n } dispozitive au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
       *[other] Încă { $n } de dispozitive au prea puține răspunsuri pentru a fi afișate fără ca oamenii să poată fi recunoscuți.
    }
}
lost-not-looked-at = { $by ->
    [article] { FORM($n) ->
        [one] Încă { $n } articol, despre care spun mai puțini, nu este luat în seamă.
        [few] Încă { $n } articole, despre care spun mai puțini, nu sunt luate în seamă.
       *[other] Încă { $n } de articole, despre care spun mai puțini, nu sunt luate în seamă.
    }
    [section] { FORM($n) ->
        [one] Încă { $n } secțiune, despre care spun mai puțini, nu este luată în seamă.
        [few] Încă { $n } secțiuni, despre care spun mai puțini, nu sunt luate în seamă.
       *[other] Încă { $n } de secțiuni, despre care spun mai puțini, nu sunt luate în seamă.
    }
    [locale] { FORM($n) ->
        [one] Încă { $n } limbă, despre care spun mai puțini, nu este luată în seamă.
        [few] Încă { $n } limbi, despre care spun mai puțini, nu sunt luate în seamă.
       *[other] Încă { $n } de limbi, despre care spun mai puțini, nu sunt luate în seamă.
    }
    [trigger] { FORM($n) ->
        [one] Încă { $n } declanșator, despre care spun mai puțini, nu este luat în seamă.
        [few] Încă { $n } declanșatori, despre care spun mai puțini, nu sunt luați în seamă.
       *[other] Încă { $n } de declanșatori, despre care spun mai puțini, nu sunt luați în seamă.
    }
    [context] { FORM($n) ->
        [one] Încă { $n } fapt, despre care spun mai puțini, nu este luat în seamă.
        [few] Încă { $n } fapte, despre care spun mai puțini, nu sunt luate în seamă.
       *[other] Încă { $n } de fapte, despre care spun mai puțini, nu sunt luate în seamă.
    }
   *[device] { FORM($n) ->
        [one] Încă { $n } dispozitiv, despre care spun mai puțini, nu este luat în seamă.
        [few] Încă { $n } dispozitive, despre care spun mai puțini, nu sunt luate în seamă.
       *[other] Încă { $n } de dispozitive, despre care spun mai puțini, nu sunt luate în seamă.
    }
}
lost-note = Fiecare cu intervalul de încredere 95 %, desenat ca o linie subțire.
lost-shrunk = { $by ->
    [article] Unde au răspuns puțini, ponderea este luată mai aproape de cea a secțiunii, ca o singură zi proastă să nu pună articolul pe primul loc.
   *[other] Unde au răspuns puțini, ponderea este luată mai aproape de cea generală, ca o singură zi proastă să nu ducă pe primul loc.
}
lost-repair = A ajutat corectura?
lost-repair-more = Articolele editate, înainte și după.
lost-place = Loc
lost-likely = Probabil pierduți
lost-taken-for = { $lost } din { $answered }, luat drept { $share }
lost-edited = editat pe { $day }
lost-first-seen = văzut prima dată pe { $day }
lost-counted = numărat din { $from } până în { $to }
lost-around = Unde răspund puțini într-o zi, se numără și zilele din jurul perioadei, ca nimeni să nu poată fi recunoscut.
lost-surely = sigur locul { $place }
lost-between = între locul { $from } și locul { $to }

## Did the repair help?

edits-title = A ajutat corectura?
edits-page = A ajutat corectura? · { $survey }
edits-more = Articolele din { $survey } înainte și după fiecare editare.
edits-label = Editări
edits-none = Nu se cunoaște nicio editare a vreunui articol
edits-none-more = Un articol se consideră editat când paginile lui spun altă revizie decât înainte și de la ea au venit cinci răspunsuri: { $json-ld } în JSON-LD, { $meta } sau ce scrii în { $attribute } pe orice element.
edits-without-filters = Vezi fără filtre
edits-count = { FORM($n) ->
    [one] { $n } editare
    [few] { $n } editări
   *[other] { $n } de editări
}
edits-helped = { FORM($n) ->
    [one] { $n } a ajutat
   *[other] { $n } au ajutat
}
edits-worse = { FORM($n) ->
    [one] { $n } a înrăutățit lucrurile
   *[other] { $n } au înrăutățit lucrurile
}
edits-unclear = { FORM($n) ->
    [one] despre { $n } nu se poate spune încă
   *[other] despre { $n } nu se poate spune încă
}
edits-summary = { $helped }, { $unclear }.
edits-summary-worse = { $helped }, { $worse }, { $unclear }.
edits-others = { FORM($n) ->
    [one] Încă { $n } editare
    [few] Încă { $n } editări
   *[other] Încă { $n } de editări
}
edits-note = Se arată ponderea vizitatorilor care nu au găsit ce căutau sau cărora nu le-a fost ușor, pe cel mult 13 săptămâni înainte și după editare, cu intervale de încredere 95 %; bara de sus este „înainte”. „A ajutat” cere mai mult decât un interval fără 0, căci între multe editări unele arată așa din întâmplare: dintre toate despre care se spune că au ajutat sau au înrăutățit, cel mult una din 20 este de așteptat să fie greșită, oricât de des te uiți. Editările din aceeași săptămână sunt una singură.
edits-earlier = { FORM($n) ->
    [one] { $n } editare mai veche nu este luată în seamă.
    [few] { $n } editări mai vechi nu sunt luate în seamă.
   *[other] { $n } de editări mai vechi nu sunt luate în seamă.
}
edits-caption = Articolele înainte și după o editare
edits-few = Prea puțini au răspuns înainte sau de atunci încoace.
edits-verdict = { $verdict ->
    [helped] a ajutat
    [worse] a înrăutățit
   *[unclear] nu se poate spune încă
}
edits-on = editat pe { $day }
edits-between = editat între { $from } și { $to }
edits-all = Toate articolele în aceleași zile: { $before } înainte, { $after } după.
edits-alike = Poate că s-au schimbat la fel de mult, deci cu greu din cauza acestei editări.

## Who did not answer?

silent-title = Cine nu a răspuns?
silent-page = Cine nu a răspuns? · { $survey }
silent-more = Cei cărora li s-a afișat { $survey }, alături de cei care au răspuns.
silent-unknown = Nimeni nu știe cui i s-a afișat
silent-unknown-more = { FORM($n) ->
    [one] A răspuns { $n } persoană. Încă nu s-a spus că sondajul a fost afișat, sau definiția lui spune { $setting }, așa că nu există o rată de răspuns.
    [few] Au răspuns { $n } persoane. Încă nu s-a spus că sondajul a fost afișat, sau definiția lui spune { $setting }, așa că nu există o rată de răspuns.
   *[other] Au răspuns { $n } de persoane. Încă nu s-a spus că sondajul a fost afișat, sau definiția lui spune { $setting }, așa că nu există o rată de răspuns.
}
silent-weights = Cifrele cu și fără ponderare
silent-rate = Au răspuns { $share }
silent-rate-few = Au răspuns prea puțini
silent-counts = { FORM($shown) ->
    [one] Sondajul a fost afișat unei persoane ({ $shown }), au răspuns { $answered }.
    [few] Sondajul a fost afișat la { $shown } persoane, au răspuns { $answered }.
   *[other] Sondajul a fost afișat la { $shown } de persoane, au răspuns { $answered }.
}
silent-caption = Cifrele după răspunsuri și ponderate la toți cei cărora li s-a afișat sondajul
silent-as-answered = După răspunsuri
silent-weighted = Ponderat
silent-lost = Pierduți
silent-note = „Pierduți” este ponderea vizitatorilor care nu au găsit ce căutau sau cărora nu le-a fost ușor. „Ponderat” este ce ar fi fost ambele dacă oamenii de la fiecare articol, declanșator, dispozitiv și limbă ar fi răspuns la fel de des. Nimeni nu poate vedea dacă cei care au tăcut erau ca aceia de felul lor care au răspuns.
silent-bounds = Orice ar fi spus, între { $low } și { $high } din toți au fost pierduți.
silent-too-good = Cifrele arată mai bine decât sunt: unde se pierd mai mulți vizitatori, răspund mai puțini.
silent-too-bad = Cifrele arată mai rău decât sunt: unde se pierd mai mulți vizitatori, răspund mai mulți.
silent-no-bias = După articol, declanșator, dispozitiv și limbă nu se vede nicio distorsiune.
silent-few = Au răspuns prea puțini pentru a vedea o distorsiune.
silent-by = { $by ->
    [article] Rata de răspuns după articol
    [section] Rata de răspuns după secțiune
    [locale] Rata de răspuns după limbă
    [trigger] Rata de răspuns după declanșator
   *[device] Rata de răspuns după dispozitiv
}
silent-others = Încă { $n }
silent-by-caption = Câți dintre cei cărora li s-a afișat sondajul au răspuns
silent-answered = Au răspuns

## What people said

said-title = Ce au spus oamenii
said-page = Ce au spus oamenii · { $survey }
said-more = Ca răspuns la { $survey }, cele mai noi întâi.
said-versions = Din toate versiunile sondajului; cifrele din rapoarte sunt de fiecare dată ale unei singure versiuni.
said-label = Comentarii
said-pages = Pagini de comentarii
said-latest = Înapoi la cele mai noi
said-older = Comentarii mai vechi
said-refused = Aceste filtre nu pot fi aplicate, așa că nu se afișează niciun comentariu.
said-wrong-twice = { $name }: se așteaptă o singură valoare
said-wrong-nul = Se așteaptă texte fără caracterul NUL
said-wrong-words = q: se așteaptă cel mult 200 de caractere de căutat
said-wrong-low = low: se așteaptă 1 sau nimic
said-wrong-state = state: se așteaptă new, read sau done
said-wrong-before = before: se așteaptă un număr la care a dus o pagină anterioară
said-wrong-topic = topic: se așteaptă o limbă și o expresie la care a dus lista temelor
said-wrong-survey = survey: se așteaptă sondajul ale cărui comentarii sunt cerute
said-gone-page = Nu mai există
said-gone = Acel comentariu nu mai există
said-gone-more = A fost șters sau autorul lui l-a schimbat între timp. Nu s-a păstrat nimic din ce ai apăsat.
said-back = Înapoi la comentarii
said-words = Cuvinte
said-state = Stare
said-low = Doar de la cei cărora le-a fost greu
said-again = Ce se repetă mereu
said-again-latest = Cu numărul celor care au scris asta, în ultimele { $n } de comentarii.
said-topics = Toate temele, de sortat și de parcurs
said-in = În { $language }
said-none-looked-at = { FORM($people) ->
    [one] Niciunul la singura persoană verificată ({ $people }). Există comentarii mai vechi.
    [few] Niciunul la cele { $people } persoane verificate. Există comentarii mai vechi.
   *[other] Niciunul la cele { $people } de persoane verificate. Există comentarii mai vechi.
}
said-none-fits = Niciun comentariu nu se potrivește. { $all }
said-show-all = Afișează toate comentariile
said-nobody = Nimeni nu a scris încă nimic.
said-found = a găsit
said-not-found = nu a găsit
said-on-article = Tot despre acest articol
said-on-article-label = Tot despre acest articol: { $article }
said-state-label = Starea acestui comentariu
said-state-name = { $state ->
    [new] Nou
    [read] Citit
   *[done] Rezolvat
}
said-note = Notiță
said-note-label = Notiță la acest comentariu
said-keep = Păstrează notița
said-rating = { $band ->
    [difficult] { $rating } din { $points }, greu
    [easy] { $rating } din { $points }, ușor
   *[neutral] { $rating } din { $points }, nici ușor, nici greu
}

## Topics

topics-title = Teme
topics-page = Teme · { $survey }
topics-more = Ce se repetă mereu în comentariile la { $survey }.
topics-in = Teme în { $language }
topics-count = { FORM($n) ->
    [one] { $n } temă
    [few] { $n } teme
   *[other] { $n } de teme
}
topics-older = Sunt numărate cele mai noi comentarii, atâtea câte se citesc deodată; există și mai vechi.
topics-refused = Aceste filtre nu pot fi aplicate, așa că nu se afișează nicio temă.
topics-show-all = Afișează toate temele
topics-gone = Acea temă nu mai există
topics-gone-more = Au scris-o mai puțin de { $least } persoane dintre cele ale căror comentarii se păstrează. Nu s-a păstrat nimic din ce ai apăsat.
topics-back = Înapoi la teme
topics-none-missing = Nu s-a spus că lipsește vreun articol.
topics-missing = { FORM($n) ->
    [one] Lipsește { $n } articol și nu a fost scris de atunci.
    [few] Lipsesc { $n } articole, niciunul scris de atunci.
   *[other] Lipsesc { $n } de articole, niciunul scris de atunci.
}
topics-missing-written = { FORM($n) ->
    [one] Lipsea { $n } articol, scris de atunci: { $written }.
    [few] Lipseau { $n } articole, scrise de atunci: { $written }.
   *[other] Lipseau { $n } de articole, scrise de atunci: { $written }.
}
topics-sorted = Toate temele sunt sortate.
topics-unsorted = { FORM($n) ->
    [one] O temă nu este încă sortată.
    [few] { $n } teme nu sunt încă sortate.
   *[other] { $n } de teme nu sunt încă sortate.
}
topics-answering = Ca răspuns la
topics-questions = Toate întrebările
topics-class = Clasă
topics-not-sorted = Încă nesortat
topics-class-name = { $class ->
    [missing] Lipsește
    [outdated] Învechit
    [wrong] Greșit
   *[other] Altceva
}
topics-state-name = { $state ->
    [open] Deschis
    [written] Scris
   *[done] Rezolvat
}
topics-none-fits = Nicio temă nu se potrivește
topics-none-fits-more = Aceste filtre nu lasă nimic din ce au scris { $least } persoane. { $all }
topics-none = Încă nicio temă
topics-none-more = Un cuvânt, sau două unul după altul, devine temă când l-au scris { $least } persoane, oricare i-ar fi terminațiile. Atunci spune aici dacă lipsește un articol despre asta și când l-ai scris.
topics-export = Ia temele cu tine
topics-export-more = Câte un rând pentru fiecare temă, cu clasa, starea și notița ei, cu aceleași filtre.
topics-people = { FORM($n) ->
    [one] { $n } persoană
    [few] { $n } persoane
   *[other] { $n } de persoane
}
topics-before-and-since = { FORM($before) ->
    [one] { $before } persoană înainte, { $since } din { $day }
    [few] { $before } persoane înainte, { $since } din { $day }
   *[other] { $before } de persoane înainte, { $since } din { $day }
}
topics-pace = { $before } pe săptămână înainte, { $since } pe săptămână de atunci
topics-matter = Ce este în neregulă cu { $topic }
topics-state = Starea temei { $topic }
topics-add-note = Adaugă o notiță
topics-change-note = Schimbă notița
topics-note = Notiță la această temă

## Sharing a report

shares-page = Distribuire · { $survey }
shares-more = Raportul pentru { $survey }, așa cum este cu aceste filtre, pentru oameni fără cont.
shares-what = Ce se distribuie
shares-no-filters = Fără filtre: toate zilele, secțiunile, articolele, limbile, declanșatorii și dispozitivele.
shares-make = Creează o adresă
shares-for = Poate fi citit timp de
shares-days = { FORM($n) ->
    [one] { $n } zi
    [few] { $n } zile
   *[other] { $n } de zile
}
shares-share = Distribuie
shares-they-see = Cine are adresa vede cifrele acestei versiuni cu aceste filtre, așa cum sunt când o deschide.
shares-they-do-not-see = Nu vede nimic din ce a scris cineva, niciun răspuns anume și niciun alt sondaj.
shares-no-other-filters = Nu poate alege alte filtre. Cifrele a puțini oameni sunt ascunse filtru cu filtru, așa că cine ar putea încerca multe ar afla mai mult decât ai distribuit.
shares-known = Adrese distribuite ale acestui sondaj
shares-none = Acum niciuna. O adresă care s-a încheiat nu mai este listată.
shares-made = Adresa, până la { $until }
shares-see = Vezi ce văd ei
shares-by = Distribuit de { $who }, până la { $until }.
shares-team = echipă
shares-opened = Deschis ultima dată pe { $day }.
shares-unopened = Încă nedeschis.
shares-end = Încheie acum
shares-end-label = Încheie acum: adresa distribuită de { $who } până la { $until }
shares-wrong-days = Alege 1, 7, 30 sau 90 de zile.
shares-wrong-many = { FORM($most) ->
    [one] Este distribuită deja { $most } adresă a acestui sondaj. Încheie-o mai întâi.
    [few] Sunt distribuite deja { $most } adrese ale acestui sondaj. Încheie mai întâi una dintre ele.
   *[other] Sunt distribuite deja { $most } de adrese ale acestui sondaj. Încheie mai întâi una dintre ele.
}
shared-until = { FORM($n) ->
    [one] { $n } răspuns. Acest raport ți-a fost distribuit și poate fi citit aici până la { $until }.
    [few] { $n } răspunsuri. Acest raport ți-a fost distribuit și poate fi citit aici până la { $until }.
   *[other] { $n } de răspunsuri. Acest raport ți-a fost distribuit și poate fi citit aici până la { $until }.
}
shared-nobody = Nu a sosit nimic care să le îndeplinească pe toate.
shared-gone = Acum nimic pentru „{ $survey }”
shared-gone-more = Răspunsurile despre care era acest raport nu mai există.
shared-nothing = Această adresă nu arată nimic
shared-nothing-page = Nimic aici
shared-nothing-more = Un raport distribuit poate fi citit până în ziua aleasă pentru el sau până când echipa îl încheie. Sau adresa nu a ajuns întreagă.
shared-ask = Cere una nouă de la cine ți-a trimis-o. Dacă faci parte din echipă, intră în colectorul tău și distribuie din nou raportul.
shared-often = Prea multe încercări
shared-often-more = { FORM($seconds) ->
    [one] S-au cerut prea multe adrese care nu arată nimic. Așteaptă { $seconds } secundă, apoi încearcă din nou.
    [few] S-au cerut prea multe adrese care nu arată nimic. Așteaptă { $seconds } secunde, apoi încearcă din nou.
   *[other] S-au cerut prea multe adrese care nu arată nimic. Așteaptă { $seconds } de secunde, apoi încearcă din nou.
}
shared-fixed = Acest raport are filtrele lui
shared-fixed-page = Filtrele sunt fixe
shared-fixed-more = Un raport distribuit arată ce s-a distribuit și niciun alt filtru: „{ $name }” nu poate fi ales aici.
shared-fixed-open = Deschide adresa fără ce stă după semnul întrebării.

## What figures are compared with

with-title = Compară cu
with-first-day = Cealaltă primă zi
with-last-day = Cealaltă ultimă zi
with-version = Cealaltă versiune
with-same-version = Aceeași versiune
with-note = Lăsată goală, o perioadă este comparată cu tot atâtea zile dinaintea ei.
with-without = Nu mai compara cu { $other }

## Searches and contact

paths-title = Căutări și contact
paths-more = Efort care se vede în ce au făcut vizitatorii: au căutat din nou, nu au găsit nimic de deschis sau au scris echipei de suport după ce au citit.
paths-caption = Ce a rezultat din fiecare drum
paths-path = Drum
paths-share = { $share }, de la { $low } la { $high }
paths-note = Pierduți sunt vizitatorii care nu au găsit ce căutau sau cărora nu le-a fost ușor, dintre cei care au răspuns, cu interval de încredere 95 %.

## One week

week-unreadable = „{ $text }” nu este o săptămână. O săptămână se scrie 2026-W48.
week-not-over = Săptămâna { $week } nu s-a încheiat încă. Un rezumat este al unei săptămâni întregi, de luni până duminică (UTC).
next = Urmează
next-title = Ce este de făcut
next-nothing = Nimic nu iese în evidență în această săptămână și au răspuns prea puțini pentru a spune unde se pierde efort. Lasă-l să ruleze.
next-silent = { FORM($before) ->
    [one] Vezi dacă widgetul mai este pe paginile tale: săptămâna aceasta nu a răspuns nimeni, iar cu una înainte a răspuns { $before } persoană.
    [few] Vezi dacă widgetul mai este pe paginile tale: săptămâna aceasta nu a răspuns nimeni, iar cu una înainte au răspuns { $before } persoane.
   *[other] Vezi dacă widgetul mai este pe paginile tale: săptămâna aceasta nu a răspuns nimeni, iar cu una înainte au răspuns { $before } de persoane.
}
next-worse = Vezi ce s-a schimbat în „{ $title }”: de la editarea din { $day } se pierd mai mulți dintre cititorii lui.
next-fewer = Află cine nu mai răspunde înainte să citești scorul: dintre cei întrebați răspund clar mai puțini decât cu o săptămână înainte.
next-rewrite-first = Rescrie „{ $title }”: cam { $lost } din { $answered } care au răspuns acolo în 13 săptămâni au fost pierduți, sigur mai mulți decât la orice alt articol.
next-rewrite-surely = Rescrie „{ $title }”: cam { $lost } din { $answered } care au răspuns acolo în 13 săptămâni au fost pierduți. Este sigur pe locul { $place } între toate articolele.
next-rewrite-between = Rescrie „{ $title }”: cam { $lost } din { $answered } care au răspuns acolo în 13 săptămâni au fost pierduți. Este între locul { $from } și locul { $to } între toate articolele.
next-comments = { FORM($n) ->
    [one] Citește comentariul acestei săptămâni ({ $n }).
    [few] Citește cele { $n } comentarii ale acestei săptămâni.
   *[other] Citește cele { $n } de comentarii ale acestei săptămâni.
}
next-few-comments = Citește cele câteva comentarii ale acestei săptămâni.
digest-page = Săptămâna { $week } · { $survey }
digest-title = Săptămâna { $week } din { $year }
digest-refused = Nu există un astfel de rezumat.
digest-refused-page = Nu există acest rezumat
digest-last = Vezi ultima săptămână întreagă
digest-week = Săptămână
digest-before = Săptămâna dinainte
digest-after = Săptămâna următoare
digest-asking = Participarea
digest-responses = Răspunsuri
digest-week-before = Săptămâna dinainte
digest-rate = Dintre cei întrebați, au răspuns
digest-report = Raportul acestei săptămâni
digest-score-label = { $score }, între { $low } și { $high }
digest-interval = { FORM($n) ->
    [one] Interval de încredere 95 % de la { $low } la { $high }, din { $n } răspuns.
    [few] Interval de încredere 95 % de la { $low } la { $high }, din { $n } răspunsuri.
   *[other] Interval de încredere 95 % de la { $low } la { $high }, din { $n } de răspunsuri.
}
digest-interval-rough = { FORM($n) ->
    [one] Interval de încredere 95 % de la { $low } la { $high }, din { $n } răspuns, aproximativ.
    [few] Interval de încredere 95 % de la { $low } la { $high }, din { $n } răspunsuri, aproximativ.
   *[other] Interval de încredere 95 % de la { $low } la { $high }, din { $n } de răspunsuri, aproximativ.
}
digest-few-before = Cu o săptămână înainte au răspuns prea puțini pentru a compara.
digest-than = față de săptămâna dinainte (de la { $low } la { $high })
digest-no-change = Nicio schimbare clară față de săptămâna dinainte: { $change } (de la { $low } la { $high })
digest-few-asked = Cu o săptămână înainte au fost întrebați prea puțini pentru a compara.
digest-asking-changed = S-a schimbat participarea: cu o săptămână înainte au răspuns { $before } ({ $change }). O parte din schimbare poate veni din faptul că au răspuns alții.
digest-asking-same = Nicio schimbare clară: cu o săptămână înainte au răspuns { $before } (de la { $low } la { $high }).
digest-no-comments = Nimeni nu a scris nimic săptămâna aceasta.
digest-comments = { FORM($n) ->
    [one] { $n } comentariu săptămâna aceasta.
    [few] { $n } comentarii săptămâna aceasta.
   *[other] { $n } de comentarii săptămâna aceasta.
}
digest-few-comments = Mai puțin de cinci comentarii săptămâna aceasta.
digest-read = Citește-le
digest-lost = Unde s-au pierdut cei mai mulți vizitatori
digest-lost-more = Pierduți sunt vizitatorii care nu au găsit ce căutau sau cărora nu le-a fost ușor. Ponderea este din cei care au răspuns despre articol.
digest-lost-caption = Articolele la care s-au pierdut cei mai mulți vizitatori în 13 săptămâni
digest-article = Articol, în 13 săptămâni
digest-share = Pondere pierdută
digest-few-lately = în ultimul timp au răspuns prea puțini pentru a spune dacă s-a schimbat
digest-worse = mai rău:
digest-better = mai bine:
digest-unclear = nicio schimbare clară:
digest-lately-lost = { $now } pierduți în ultimele patru săptămâni, { $before } în cele patru dinainte (de la { $low } la { $high })
digest-lately-not-found = { $now } nu au găsit în ultimele patru săptămâni, { $before } în cele patru dinainte (de la { $low } la { $high })
digest-edits = Editări lămurite săptămâna aceasta
digest-no-edits = Despre nicio editare nu s-a lămurit săptămâna aceasta dacă a ajutat.
digest-all-edits = Toate editările
digest-all-edits-intervals = Toate editările, cu intervalele lor
digest-made-worse = A înrăutățit
digest-helped = A ajutat
digest-edited-shares = editat pe { $day }: se pierd { $after } dintre cititorii lui, înainte { $before }
digest-notes = O săptămână este de luni până duminică (UTC), după sosire. Cele 13 săptămâni ale unui articol încep și se termină cu câteva zile mai devreme sau mai târziu unde răspund puțini despre el, ca nimeni să nu poată fi recunoscut. Toate intervalele de încredere sunt de 95 %; săgeata apare doar unde intervalul schimbării nu conține 0. Ce este de făcut rezultă din aceste cifre prin reguli fixe, prima care se aplică: tăcere, o editare care a înrăutățit, clar mai puține răspunsuri, articolul cel mai costisitor care nu a fost editat în patru săptămâni, comentarii noi.

## What made a survey show

trigger-exit-intent = Pe cale să plece
trigger-scroll = A derulat mult în jos
trigger-click = A apăsat pe ceva
trigger-event = Spus de pagină
trigger-section-leave = A părăsit o secțiune
trigger-time = După un timp
trigger-link = Link dintr-un mesaj
trigger-help-center = Drumul prin centrul de ajutor
trigger-help-center-visited = A vizitat centrul de ajutor
trigger-help-center-articles = A citit mai multe articole
trigger-help-center-searches = A căutat iar și iar
trigger-help-center-search-without-click = A plecat după o căutare
trigger-help-center-ping-pong = Înainte și înapoi între listă și articole
trigger-help-center-contact-after = Contact după articole
trigger-help-center-dwell = Mult timp pe un articol
trigger-help-center-dead-end = Fundătură

## How these figures are made

notes-title = Cum se obțin aceste cifre
notes-score = Suma tuturor notelor împărțită la numărul celor care au dat una. Intervalul este t al lui Student, după ce se adaugă o jumătate de răspuns răspândită uniform pe scală: astfel are lățime și acolo unde toate notele sunt egale.
notes-easy = Ponderea notelor din zona „ușor”: 5–7 din 7, 4–5 din 5, 7–10 din 10, oglindit unde mai mic înseamnă mai ușor. Intervalul lui Wilson.
notes-net = Ponderea „ușor” minus ponderea „greu”. Intervalul Wald ajustat.
notes-found = „Da” din toate „da” și „nu”. Intervalul lui Wilson.
notes-choice = Cei care au ales o opțiune din toți cei care au răspuns la întrebare. O opțiune pe care nu a ales-o nimeni nu este listată. Intervalul lui Wilson.
notes-success = Cei care au găsit și au dat o notă din zona „ușor”, din toți cei care au spus da sau nu. Nu poate crește când cresc eșecurile.
notes-change = Diferența față de tot atâtea zile dinainte, cât a trecut din această perioadă. Distanțele până la capetele intervalelor celor două cifre se ridică la pătrat și se adună (metoda 10 a lui Newcombe, pe care Zou și Donner au extins-o la medii). Săgeata apare doar unde intervalul diferenței nu conține 0.
notes-trend = Scorul fiecărui interval de zile (UTC, după sosire). Zilele cu puține răspunsuri formează un interval cu cele vecine. Un interval nu se afișează acolo unde, scăzut din scorul tuturor, ar spune ceva despre mai puțin de { $least } persoane.
notes-lost = Cei care au spus nu sau au spus da și nu au dat o notă din zona „ușor”, din cei care au spus nu sau au dat o notă. Fiecare pondere este trasă spre secțiunea ei, sau spre toate, cu atâtea răspunsuri câte fac probabile diferențele dintre ele (Bayes empiric, beta-binomial); înmulțită cu numărul celor care au răspuns, spune câți au fost pierduți și dă ordinea. Intervalele și plajele de locuri cuprind 95 % din { $draws } de trageri din ceea ce poate fi adevărat.
notes-all = Toate intervalele de încredere sunt de 95 %. Versiunile și scalele nu se amestecă niciodată. Cifrele din mai puțin de { $least } răspunsuri nu se afișează, și nici comentariile. O cifră se schimbă când au venit răspunsurile a încă { $least } persoane: două rapoarte la un moment distanță, sau două filtre, nu spun niciodată ce a răspuns o singură persoană.

## Logging in

login-title = Autentificare
login-more = Acest raport este al unei echipe. Parola ei te lasă să intri.
login-password = Parolă
login-submit = Intră
login-first-time = Ești aici pentru prima dată? La pornire, colectorul afișează o adresă la care se setează parola.
login-not-yet = Încă nu: { $page }
login-choose = Alege parola echipei
login-choose-page = Alege o parolă
login-choose-more = Cine o știe poate citi acest raport. Ia cel puțin { $least } caractere: câteva cuvinte care nu au legătură între ele se țin ușor minte.
login-again = Aceeași, încă o dată
login-set = Setează parola
login-used = Această adresă nu mai este valabilă
login-used-page = Nu mai este valabilă
login-used-more = O adresă de setare a parolei poate fi folosită o singură dată și numai până când colectorul pornește din nou. Cât timp nu este setată nicio parolă, fiecare pornire afișează una nouă.
login-with-password = Intră cu parola
login-wrong-form = Formularul nu a sosit întreg. Încearcă din nou.
login-wrong-password = Parola nu este aceasta. Încearcă din nou.
login-wrong-short = Parola trebuie să aibă cel puțin { $least } caractere.
login-wrong-long = Parola poate avea cel mult { $most } de caractere.
login-wrong-another = Cele două parole nu sunt la fel. Scrie-le din nou.
login-wrong-often = { FORM($seconds) ->
    [one] Prea multe încercări. Așteaptă o secundă, apoi încearcă din nou.
    [few] Prea multe încercări. Așteaptă { $seconds } secunde, apoi încearcă din nou.
   *[other] Prea multe încercări. Așteaptă { $seconds } de secunde, apoi încearcă din nou.
}
login-wrong-busy = Mulți se autentifică chiar acum. Încearcă din nou peste câteva clipe.
login-wrong-unavailable = Colectorul nu ajunge acum la baza lui de date. Încearcă mai târziu.
tokens-title = Tokenuri de citire
tokens-more = Programele care citesc cifrele arată unul dintre ele. Un token poate citi, dar niciodată schimba ceva.
tokens-made = Tokenul „{ $name }”
tokens-copy = Copiază-l acum: nu mai este afișat încă o dată.
tokens-header = Un program îl trimite în acest antet:
tokens-make = Creează un token
tokens-for = La ce folosește?
tokens-example = Tablou săptămânal
tokens-known = Tokenuri valabile
tokens-none = Încă niciunul.
tokens-made-at = Creat: { $time }
tokens-revoke = Revocă
tokens-revoke-label = Revocă { $name }
tokens-wrong-name = Un token are nevoie de un nume de 1 până la 100 de caractere.
tokens-wrong-taken = Un token are nevoie de un nume pe care nu îl are altul.
tokens-wrong-unavailable = Tokenul nu a putut fi creat acum. Încearcă mai târziu.
