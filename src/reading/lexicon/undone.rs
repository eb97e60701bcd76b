// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words that accounts of deeds tell by what was left undone.
//!
//! Never here: how they combine (see `report`).

use super::{Phrases, Tags};

/// What something undone is said to be, in more than one word, whatever stands around it.
pub(in crate::reading) const PENDING: Phrases = Phrases(4, &[
    "lettera morta", "venuta meno", "venuto meno", "in bozza", "in corso di stesura", "in corso di redazione",
    "in corso di elaborazione", "in corso di realizzazione", "in corso di esecuzione", "in corso di istruttoria", "giace",
    "giacciono", "unfinished", "are pending", "is pending", "have stalled", "had to be abandoned", "left out",
    "non se ne e fatto niente", "non ha visto la luce", "non ha mai visto la luce", "non ha preso avvio",
    "non hanno preso avvio", "un desiderio", "nulla di fatto", "e fermo", "e ferma", "sono fermi", "sono ferme", "fermo causa", "in stallo", "e rimasto a",
    "rimane scoperto", "rimane scoperta", "restano scoperti", "rimasto senza esito", "rimasta senza esito", "e saltato",
    "e saltata", "sono saltati", "sono saltate", "si e arenata", "si e arenato", "si sono arenati", "si sono arenate",
    "e bloccato", "e bloccata", "sono bloccati", "sono bloccate", "si attende", "si attendono", "attende", "attendono",
    "attendiamo", "ne mancano", "manca", "mancano", "da fare", "sono ancora", "e ancora", "e all esame", "tuttora all esame", "ancora all esame", "are still",
    "is still", "did not", "didn t", "put off", "in luogo del", "in luogo della", "e decaduto", "e decaduta", "rimasta da",
    "rimasto da", "rimasti da", "rimaste da", "resta aperta", "resta aperto", "restano aperte", "restano aperti",
    "tirate indietro", "tirati indietro", "in alto mare", "slitta", "slittano", "slittera", "manca ancora", "mancano ancora", "manca il", "manca la", "manca l", "mancano i",
    "mancano le", "mancano gli", "esperita senza esito", "esperito senza esito", "resta da", "restano da", "resta ancora", "restano ancora", "rimane da", "rimangono da", "rimane ancora",
    "rimangono ancora", "e andata deserta", "e andato deserto", "sono andate deserte", "andata deserta", "andate deserte",
    "risultata deserta", "deve ancora", "devono ancora", "ancora da", "in attesa di essere", "tuttora in corso",
    "tuttora in fase", "ancora in corso", "ancora in fase", "ancora in attesa", "tuttora in attesa", "e in attesa",
    "sono in attesa", "si e in attesa", "siamo in attesa", "not yet", "yet to be", "still to be", "remains to be",
    "remain to be", "still pending", "still ongoing", "failed to", "was unable", "were unable", "could not",
    "ha rinunciato", "si e rinunciato", "dovuto rinunciare", "non ha avuto luogo", "non hanno avuto luogo",
    "non ha avuto seguito", "non ha trovato attuazione", "non hanno trovato attuazione", "impossibilita di",
    "in corso di completamento", "in corso di ultimazione", "in corso di conclusione", "in corso di definizione",
    "in corso di approvazione", "in corso di aggiudicazione", "in fase di completamento", "in fase di ultimazione",
    "in fase di conclusione", "in fase di definizione", "rimasto sulla carta",
    "rimasta sulla carta", "rimasto incompiuto", "rimasta incompiuta", "rimasti incompiuti", "rimaste incompiute",
    "rimasto inattuato", "rimasta inattuata", "fermo al", "ferma al", "fermi al", "ferme al",
]);

/// What sets something before what the sentence goes on to say.
pub(in crate::reading) const BACKGROUND: Phrases = Phrases(5, &[
    "una prima volta", "primo momento", "primi mesi", "prima battuta", "prima fase dell anno", "fino a", "fino al", "fino all", "fino alla",
    "sino a", "sino al", "sino alla", "prima parte dell anno", "at first", "until",
]);

pub(super) const TAGGED: &[(Tags, &str)] = &[
    (Tags::HALTED, "sospes* rinviat* posticipat* differit* rimandat* slittat* annullat* congelat* interrott*
        suspended postponed deferred cancelled halted"),
    (Tags::RAISED, "presentat* fatt* moss* sollevat* formulat* verificat* avvenut* avut* causat* creat* generat* prodott*
        ricevut* depositat* inviat* iscritt* accertat* arrivat* attivat* apert*"),
    (Tags::OCCURRED, "verificat* avvenut* prodott*"),
];
