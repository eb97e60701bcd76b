// SPDX-License-Identifier: AGPL-3.0-or-later
//! Phrases that outcomes are read by, folded as the words are. Of phrases that begin alike the longest
//! counts; a word that ends with `*` stands for its four endings.
//!
//! Never here: how they are found (see `lexicon`).

use super::super::Status::{Cancelled, InProgress, NotAchieved, NotMeasurable, Postponed, Suspended};
use super::Verb::{Achieve, Begin, Complete, Do, Exceed, Plain, Unachieved};
use super::{Phrases, Verb};

/// Phrases by what they say of how something went.
type Said = &'static [(Verb, &'static [&'static str])];

/// Numbers the kinds of phrases one after the other, and lists them all in that order.
macro_rules! phrases {
    (@ $at:expr;) => {};
    (@ $at:expr; $(#[$doc:meta])* $name:ident [$($phrase:literal),* $(,)?] $($rest:tt)*) => {
        $(#[$doc])* pub(in crate::reading) const $name: Phrases = Phrases($at);
        phrases!(@ $at + 1; $($rest)*);
    };
    ($($(#[$doc:meta])* $name:ident [$($phrase:literal),* $(,)?])*) => {
        phrases!(@ 0; $($(#[$doc])* $name [$($phrase),*])*);
        pub(super) const LISTS: &[&[&str]] = &[$(&[$($phrase),*]),*];
    };
}

phrases! {
    /// In part.
    PARTLY [
        "solo in parte", "soltanto in parte", "solamente in parte", "in parte", "in buona parte", "in gran parte",
        "in larga parte", "in larga misura", "in misura parziale", "in misura ridotta", "in maniera parziale",
        "in modo parziale", "solo parzialmente", "parzialmente", "per buona parte", "per la maggior parte",
        "in minima parte", "a meta strada", "a meta", "per meta", "solo parziale", "soltanto parziale", "parz", "parzialm",
        "per una parte soltanto", "per una parte sola", "in misura minima", "in modo incompleto", "in maniera incompleta", "in forma incompleta", "in forma parziale", "in forma ridotta",
        "in misura incompleta", "in misura limitata", "solo per una porzione", "solo per una parte", "soltanto per una parte", "solo per una quota",
        "per poco piu della meta", "per meno della meta", "per piu della meta", "per oltre la meta", "per gran parte", "per la gran parte", "per larga parte", "in massima parte", "prevalentemente", "pressoche per intero", "pressoche totalmente", "pressoche interamente", "pressoche completamente",
        "pressoche del tutto", "pressoche in toto", "pressoche integralmente", "nella sua quasi totalita", "nella quasi interezza", "quasi totalmente", "quasi completamente", "quasi pienamente", "quasi interamente", "quasi del tutto", "pressoche",
        "per la quasi totalita", "nella quasi totalita", "quasi", "only partially", "only partly", "only in part",
        "only half", "partially", "partly", "in part", "mostly", "largely", "almost fully", "almost entirely", "almost", "nearly",
    ]

    /// In full, in more than one word.
    FULLY [
        "del tutto", "in pieno", "in toto", "in modo completo", "in maniera completa", "nella sua interezza",
        "nella sua totalita", "in full", "a pieno", "con successo", "per intero", "in tutto", "in tutti i suoi aspetti", "in ogni sua parte", "in ogni parte",
    ]

    /// How an exception to what was just said begins.
    EXCEPTIONS [
        "ove si eccettui", "ove si eccettuino", "qualora si eccettuino", "qualora si eccettui", "bar one", "bar two", "bar the", "save for", "but for", "aside from", "other than",
        "su livelli piu bassi", "a livelli piu bassi", "su valori piu bassi", "su valori inferiori", "in proporzione minore", "in proporzione inferiore", "in misura ridotta rispetto",
        "se si eccettua", "se si eccettuano", "se si prescinde", "se si esclude", "se si escludono", "con la sola esclusione", "con esclusione", "con l esclusione", "ad esclusione", "a esclusione", "al netto", "a meno del",
        "a meno della", "a meno dei", "a meno delle", "a meno di", "a meno dell", "per una parte soltanto", "ad eccezione", "a eccezione", "con eccezione", "con l eccezione", "fatta eccezione", "eccezion fatta", "per la parte",
        "per la sola parte", "per la sola", "in misura inferiore", "in misura minore", "al di sotto", "sotto le attese", "per le sole", "per il solo", "per i soli", "nella sola", "nel solo", "nei soli", "nelle sole", "per quanto riguarda", "per quanto attiene", "per quanto concerne",
        "a parte", "fatta salva", "fatto salvo", "fatti salvi", "fatte salve", "at least", "apart from", "with the exception", "nella parte", "per una parte", "per parte",
    ]

    /// As much as what comes next: "in linea con le previsioni".
    IN_LINE ["in linea", "allineat*", "rispondent*", "corrispondent*", "conforme", "conformi", "pari", "coerente", "in line"]

    /// More than what comes next: "superiore alle attese".
    MORE_THAN [
        "al di la", "ben al di la", "ben al di sopra", "ben sopra", "di molto superior*", "di gran lunga superior*", "nettamente superior*", "nettamente migliori", "migliore", "migliori", "meglio", "superiore", "superiori", "ben oltre", "oltre", "al di sopra", "sopra", "eccede", "va oltre", "oltrepassa", "supera",
        "exceeds", "above", "beyond", "better than",
    ]

    /// By more than was expected.
    BY_FAR [
        "in misura superiore", "in misura maggiore", "con largo margine", "con ampio margine", "con notevole margine",
        "con buon margine",
    ]

    /// That nothing came of it.
    NOTHING_DONE ["nulla di fatto", "niente di fatto"]

    /// What makes a deed that of the plan.
    AS_PLANNED [
        "come previsto", "come programmato", "come pianificato", "come da programma", "come da cronoprogramma", "secondo programma",
        "secondo quanto previsto", "secondo quanto programmato", "as planned", "as scheduled", "according to plan",
    ]

    /// What something gave way to.
    REPLACED [
        "a favore", "in favore", "a vantaggio", "per far posto", "per fare posto", "per lasciare posto", "in favour of",
        "in favor of", "to make room", "to make way",
    ]

    /// Some, of several.
    NOT_ALL ["non tutti", "non tutte", "non ogni", "not all", "not every"]

    /// Most, of several.
    NEARLY_ALL ["quasi tutti", "quasi tutte", "nearly all"]

    /// Denies nothing: more follows.
    NOT_ONLY ["non solo", "non soltanto", "not only"]

    /// Denies a participle.
    IN_NO_WAY ["in nessun modo", "in nessuna maniera"]

    /// Denies a participle, with its copula.
    FAR_FROM [
        "ben lontan* dall essere", "lontan* dall essere", "lontan* da essere", "lungi dall essere", "ben lungi dall essere", "tutt altro che", "far from being", "anything but",
    ]

    /// None, of several.
    NOT_ONE ["neppure un", "neppure uno", "nemmeno un", "nemmeno uno", "neanche un", "not one", "not a single"]

    /// By somebody else's mouth.
    HEARSAY ["a detta", "a sentire", "stando a", "stando al", "stando alla", "stando alle", "stando ai", "secondo", "according to"]

    /// What is conceded.
    CONCEDED ["anche se", "sia pure", "sia pur", "se pure"]

    /// What makes "portato" a verdict.
    TO_ITS_END [
        "a termine", "a compimento", "a conclusione", "a casa", "in porto", "a esecuzione", "ad esecuzione",
        "a realizzazione", "a attuazione", "ad attuazione", "a buon fine", "a segno",
    ]

    /// What makes "concluso" a verdict.
    ENDED_WELL ["positivamente", "con esito positivo", "con successo", "successfully"]

    /// "Raggiungere", in more than one word.
    TO_COMPLETE [
        "portare a compimento", "portare a termine", "portare a buon fine", "portare a conclusione", "portare in porto",
        "portare a casa", "condurre a termine", "condurre a compimento", "condurre a buon fine", "condurre in porto",
    ]

    /// Adverbs in more than one word, that change nothing of what is said.
    MEANWHILE [
        "al momento", "allo stato", "allo stato attuale", "ad oggi", "nel complesso", "nel frattempo", "di fatto", "nei fatti",
        "in alcun modo", "in alcuna maniera", "alla fine", "a oggi", "a tutt oggi", "in sostanza", "per ora", "in definitiva", "nel suo complesso", "to date",
    ]

    /// What says that a number is out of a hundred.
    OF_HUNDRED ["per cento", "per cent", "percento", "percent"]

    /// After which "sia stato raggiunto" is stated all the same.
    ASSURANCES [
        "per cui", "ragione per cui", "ragion per cui", "motivo per cui", "tanto che", "cosi che", "sicche", "cosicche",
        "oltre a", "oltre ad", "nessuno puo negare che", "non si puo negare che", "non puo negarsi che", "fuori discussione che",
        "fuori dubbio che", "fuor di dubbio che", "ne discende che", "ne consegue che", "ne deriva che", "se ne conclude che", "se ne desume che", "se ne deduce che",
        "si ritiene che", "si puo affermare che", "puo dirsi che", "si puo dire che", "si attesta che", "si conferma che",
        "si da atto che", "si rileva che", "si evidenzia che", "si comunica che", "risulta che", "risulta pertanto che",
        "preso atto che", "possiamo dire che", "si puo concludere che", "dubitare che", "dimostra che", "hanno attestato che",
        "possiamo affermare che", "si considera che", "emerge che", "non v e dubbio che", "non c e dubbio che", "non vi e dubbio che", "e indubbio che", "e evidente che", "e certo che",
        "si dichiara che", "si certifica che", "si rappresenta che", "si segnala che", "si precisa che", "si constata che",
        "we confirm that", "it is confirmed that", "nulla toglie che",
    ]

    /// After which "sia stato raggiunto" is denied.
    DISCLAIMERS [
        "e da escludere che", "da escludersi che", "si esclude che", "si puo escludere che", "e escluso che", "non si puo affermare che",
        "non si puo dire che", "non si puo sostenere che", "non puo dirsi che", "non puo affermarsi che", "non possiamo dire che",
        "non possiamo affermare che", "non e vero che", "cannot be said that", "senza che",
    ]

    /// "Deve ritenersi" states; "deve" alone does not.
    MUST_BE_HELD [
        "si e andati", "si e andato", "siamo andati", "si e giunti", "deve ritenersi", "devono ritenersi", "deve considerarsi", "devono considerarsi", "deve intendersi", "deve dirsi",
        "debbono ritenersi", "deve essere ritenuto", "deve essere considerato", "va considerato", "va considerata",
        "va ritenuto", "possa dirsi", "possa ritenersi", "possa considerarsi", "possano dirsi", "possano ritenersi", "possano considerarsi", "vanno considerati", "puo essere considerato", "puo considerarsi", "da considerare", "da ritenere", "sia pure", "deve pertanto ritenersi",
        "deve quindi ritenersi", "deve dunque ritenersi",
    ]

    /// What sets something before what the sentence goes on to say.
    BACKGROUND [
        "in precedenza", "in passato", "una prima volta", "primo momento", "primi mesi", "prima battuta", "prima fase dell anno", "fino a", "fino al", "fino all", "fino alla",
        "sino a", "sino al", "sino alla", "prima parte dell anno", "at first", "until",
    ]

    /// What something undone is said to be, in more than one word, whatever stands around it.
    PENDING [
        "lettera morta", "venut* meno", "in bozza", "in corso di stesura", "in corso di redazione",
        "in corso di elaborazione", "in corso di realizzazione", "in corso di esecuzione", "in corso di istruttoria", "giace",
        "giacciono", "unfinished", "are pending", "is pending", "have stalled", "had to be abandoned", "left out",
        "un desiderio", "nulla di fatto", "e fermo", "e ferma", "sono fermi", "sono ferme", "fermo causa", "in stallo", "e rimasto a",
        "had to be left out", "still to", "rimast* senza esito", "bloccat* in", "e bloccat*", "sono bloccat*", "si attende", "si attendono", "attende", "attendono",
        "attendiamo", "si aspetta", "aspetta", "aspettano", "ne mancano", "manca", "mancano", "pende ancora", "pende", "da fare", "e all esame", "tuttora all esame",
        "ancora all esame", "did not", "didn t", "put off", "rimast* da", "resta aperta la questione",
        "tirat* indietro", "lasciato indietro", "in alto mare", "slitta", "slittano", "slittera", "salta", "saltano", "scivola", "scivolano",
        "rinvia l", "rinvia la", "rinvia il", "esperit* senza esito",
        "e andat* desert*", "sono andat* desert*", "andat* desert*", "risultat* desert*", "deve ancora", "devono ancora", "in attesa di essere", "tuttora in corso",
        "tuttora in fase", "ancora in corso", "ancora in fase", "ancora in attesa", "tuttora in attesa", "e in attesa",
        "sono in attesa", "si e in attesa", "siamo in attesa", "in attesa di pubblicazione", "in attesa di firma", "not yet", "yet to be", "still to be", "remains to be",
        "remain to be", "still pending", "still ongoing", "failed to", "was unable", "were unable", "could not",
        "dovuto rinunciare", "impossibilita di", "impossibilita a", "impossibilita ad", "conclus* senza esito", "conclus* senza vincitori",
        "e in stand by", "e in standby", "e in sospeso", "sono in sospeso", "resta in sospeso", "restano in sospeso", "al palo", "all appello", "fuori e rimast*",  "e rimast* sulla carta", "sono rimast* sulla carta", "resta sulla carta", "restano sulla carta", "ma sulla carta",
        "non se ne e fatto niente", "non lo e stat*", "cosi non e stato", "non e stato cosi", "lo e stat* soltanto", "lo e stat* solo",
        "non ce l ha fatta", "nemmeno la meta", "neppure la meta", "solo meta", "soltanto meta", "appena la meta", "solo la meta", "solo per meta", "a data da destinarsi", "nothing has come of",
        "contrariamente a quanto programmato", "contrariamente a quanto previsto", "contrariamente alla programmazione", "contrariamente alle previsioni",
        "in corso di completamento", "in corso di ultimazione", "in corso di conclusione", "in corso di definizione",
        "in corso di approvazione", "in corso di aggiudicazione", "in fase di completamento", "in fase di ultimazione",
        "in fase di conclusione", "in fase di definizione", "rimast* incompiut*", "rimast* inattuat*", "ferm* al", "ferm* a meta", "fermat* a", "fermat* al", "fermat* alla", "ferm* alla", "fatto saltare", "fatto slittare", "nessuna traccia", "non c e traccia",
        "pers* i fondi", "pers* il finanziamento", "pers* il contributo", "pers* i contributi", "necessario rinunciare", "soprassedut*",
        "soprassedere", "si e arrestat*", "si sono arrestat*", "si confida di poterlo", "si riparlera", "convenuto di aspettare",
        "deciso di attendere", "dovra attendere", "dovranno attendere", "non si e andati oltre", "ritirat* dall ordine del giorno", "si rinvia al prossimo",
        "si rinvia all anno", "deve essere ancora", "devono essere ancora", "rimangono fuori", "restano fuori", "resta fuori", "rimane fuori", "has yet to", "res* impraticabile", "res* impossibile", "comportato il rinvio", "comportato lo slittamento", "comportato la sospensione",
        "determinato il rinvio", "mancava", "mancavano", "rimast* al livello", "rimast* indietro", "bloccato l aggiudicazione", "gara e in corso", "procedura e in corso", "affidamento e in corso",
        "istruttoria e in corso", "lavori sono in corso", "solo una bozza", "soltanto una bozza", "solo la bozza", "rimast* in commissione",
        "rimast* in sospeso", "appena iniziat*", "non si hanno notizie", "di la da venire", "non altrettanto", "non risulta agli atti",
        "non risultano agli atti", "demandat* al prossimo", "demandat* alla prossima", "demandat* all anno", "demandat* all esercizio",
        "demandat* all amministrazione entrante", "pront* solo", "pront* soltanto", "lavori proseguiranno", "senza tuttavia arrivare",
        "senza pero arrivare", "senza arrivare", "senza tuttavia giungere", "senza giungere", "senza metterlo ai voti",
        "invece che fino", "anziche fino", "contrariamente al programma", "tuttora ferm*", "ancora ferm*", "avverra non appena", "avverra appena", "rimast* allo stadio", "rimast* a livello",
    ]

    /// What denied says that something did not come about: "non ha mai visto la luce".
    TAKES_PLACE [
        "messo mano", "create le condizioni", "visto la luce", "visto alcuna luce", "preso avvio", "preso il via", "preso forma", "avuto luogo", "avuto seguito", "avuto corso", "trovato attuazione",
        "trovato applicazione", "avuto esito", "modo di", "alcun modo", "le condizioni", "il tempo di", "il tempo per", "tempo di", "le risorse per", "i fondi per", "la possibilita di", "andat* in porto", "andat* a buon fine", "andat* in rete", "andat* in scena", "andat* in onda", "andat* in stampa", "andat* avanti",
        "in funzione", "in esercizio", "a regime", "in rete", "a disposizione", "preso servizio", "taken place", "gone live", "come of",
    ]

    /// The end of the year, when it counts how things are.
    YEAR_END [
        "fine anno", "fine dell anno", "fine esercizio", "fine dell esercizio", "termine dell anno", "termine dell esercizio", "a dicembre",
    ]

    /// Done before its time.
    EARLY [
        "in anticipo", "con anticipo", "con largo anticipo", "anticipatamente", "prima della scadenza", "prima del termine",
        "prima dei termini", "prima del previsto", "prima di quanto", "prima della deadline", "anzitempo", "ahead of schedule", "ahead of time", "ahead of the deadline", "before the deadline", "early",
    ]

    /// Done after its time.
    LATE [
        "in ritardo", "in lieve ritardo", "con ritardo", "con lieve ritardo", "con leggero ritardo", "con un lieve ritardo",
        "con un leggero ritardo", "con un ritardo", "con qualche ritardo", "con notevole ritardo", "con forte ritardo",
        "mesi di ritardo", "giorni di ritardo", "settimane di ritardo", "mese di ritardo", "settimana di ritardo",
        "piu tardi del dovuto", "piu tardi del previsto", "a termine scaduto", "a termini scaduti", "con uno slittamento", "oltre la data",
        "oltre i termini", "oltre il termine", "oltre la scadenza", "oltre le scadenze", "oltre i tempi", "fuori termine",
        "fuori tempo", "tardivamente", "late", "behind schedule", "with delay", "with a delay", "after the deadline",
        "dopo la scadenza", "dopo il termine", "later than planned", "later than scheduled", "later than expected", "tempi non rispettati", "tempistiche non rispettate",
        "termini non rispettati", "scadenze non rispettate",
    ]

    /// Done in its time.
    ON_TIME [
        "nei tempi", "nei termini", "entro i termini", "entro i tempi", "entro la scadenza", "entro le scadenze",
        "entro il termine", "entro la data prevista", "entro la data fissata", "entro la data stabilita", "alla data fissata", "alla data stabilita", "alla data prevista",
        "entro la deadline", "per tempo", "rispettando il cronoprogramma", "nel pieno rispetto della tempistica", "nessuno slittamento", "nel rispetto dei tempi", "nel rispetto dei termini",
        "nel rispetto della scadenza", "nel rispetto del termine", "nel rispetto delle tempistiche", "nel rispetto della tempistica", "nel rispetto delle scadenze",
        "nel rispetto del cronoprogramma", "nel pieno rispetto dei tempi", "nel pieno rispetto dei termini",
        "nel pieno rispetto delle tempistiche", "nel pieno rispetto delle scadenze", "nel pieno rispetto del cronoprogramma",
        "tempi rispettati", "tempistiche rispettate", "tempistica rispettata", "termini rispettati", "scadenze rispettate",
        "scadenza rispettata", "rispettando i tempi", "rispettando i termini", "rispettando le scadenze",
        "rispettando le tempistiche", "rispettati i tempi", "rispettati i termini", "rispettate le scadenze",
        "rispettate le tempistiche", "rispettata la scadenza", "rispettato il cronoprogramma", "cronoprogramma rispettato",
        "senza ritardi", "senza ritardo", "senza alcun ritardo", "nessun ritardo", "puntualmente", "on time", "on schedule",
        "by the deadline", "within the deadline", "within the deadlines", "in time",
    ]
}

/// The kinds that say how something went, each after those above.
pub(in crate::reading) const STATUS_PHRASE: Phrases = Phrases(LISTS.len() as u8);
pub(in crate::reading) const STATUS_NOUN: Phrases = Phrases(LISTS.len() as u8 + 1);
pub(in crate::reading) const STATUS_INFINITIVE: Phrases = Phrases(LISTS.len() as u8 + 2);

/// Phrases that say how something went without a participle.
pub(super) const STATUS_PHRASES: Said = &[
    (Achieve, &[
        "c e stato", "ci sono stati", "missione compiuta", "missioni compiute", "mission accomplished", "impegno mantenuto", "impegni mantenuti", "cosa fatta",
        "compito assolto", "andat* a segno", "tagliat* il traguardo", "giunt* al traguardo", "arrivat* al traguardo", "andat* in porto", "andat* a buon fine",
        "riuscit*",
    ]),
    (Complete, &[
        "giunt* a compimento", "giunt* a termine", "giunt* al termine", "giunt* a conclusione", "giunt* in porto",
        "arrivat* a compimento", "arrivat* in porto",
    ]),
    (Unachieved, &[
        "un desiderio", "un miraggio", "una chimera", "andat* a vuoto", "andat* in fumo", "sulla carta", "lettera morta", "fuori portata", "fuori dalla portata",
        "nel cassetto", "nei cassetti",
    ]),
    (Begin, &["in corso di validita", "in corso di causa", "in corso di seduta", "in corso d anno", "in corso di anno", "dato corso", "dato seguito", "dato avvio", "dato inizio"]),
    (Do, &[
        "avut* seguito", "avut* luogo", "aver luogo", "avere luogo", "visto la luce", "preso avvio", "preso il via", "preso corpo",
        "taken place", "take place", 
    ]),
    (Plain(NotMeasurable), &[
        "sfugge a ogni", "sfugge ad ogni", "sfugge a qualsiasi", "sfugge alla", "impossibile da", "immisurabile",
        "unmeasurable",
    ]),
    (Exceed, &[
        "piu che raggiunto", "piu che conseguito", "over performed",
    ]),
    (Plain(InProgress), &[
        "continua", "continuano", "in corso d opera", "in corso", "in fase di", "in fase conclusiva", "in fase finale", "in fase avanzata di", "in fase avanzata", "in via di",
        "in pieno svolgimento", "in piena attuazione", "in piena realizzazione", "prosegue", "proseguono", "procede",
        "procedono", "va avanti", "vanno avanti", "in dirittura d arrivo", "in dirittura di arrivo", "in atto",
        "in fieri", "in divenire", "in esecuzione", "a buon punto", "in itinere", "in lavorazione", "in svolgimento",
        "in avanzato stato di", "in stato avanzato di", "in progress", "under way", "on track",
    ]),
    (Plain(Suspended), &[
        "sospende", "arenat*", "fermat*", "in fase di stallo", "in una fase di stallo", "in fase di sospensione", "in una fase di sospensione",
        "in stato di sospensione", "in regime di sospensione", "stand by", "standby", "on ice", "in pausa",
        "in stallo", "on hold", "in sospeso", "in stand by", "in standby", "put on hold",
    ]),
    (Plain(Postponed), &[
        "rinvia", "se ne riparla", "slitta", "slittano", "slittera", "slitteranno", "scivola", "pushed back", "put off", "carried over",
    ]),
    (Plain(Cancelled), &[
        "accantonat*", "fatto cadere", "lasciato cadere", "lasciata cadere", "venuto meno", "venuta meno", "no longer pursued", "annulla", "stralcia", "removed from the", "taken out of the", "dropped from the", "tolt* dal", "levat* dal", "rimoss* dal", "estromess* dal", "uscit* dal", "fuoriuscit* dal", "called off",
    ]),
];

/// Nouns of verdicts: "sospensione dell'obiettivo".
pub(super) const STATUS_NOUNS: Said = &[
    (Plain(Suspended), &[
        "sospensione", "interruzione", "suspension", "congelamento",
    ]),
    (Plain(Postponed), &[
        "rinvio", "differimento", "posticipo", "posticipazione", "slittamento", "spostamento", "postponement",
        "traslazione", "ricollocazione",
    ]),
    (Plain(Cancelled), &[
        "annullamento", "stralcio", "cancellazione", "soppressione", "eliminazione", "revoca", "cancellation",
        "espunzione", "depennamento", "abbandono",
    ]),
    (Plain(NotAchieved), &[
        "fallimento", "insuccesso",
    ]),
];

/// Infinitives of verdicts: "si è deciso di sospendere l'obiettivo".
pub(super) const STATUS_INFINITIVES: Said = &[
    (Plain(Suspended), &[
        "sospendere", "interrompere", "congelare", "suspend", "mettere in pausa", "mettere in stand by", "bloccare",
        "fermare",
    ]),
    (Plain(Postponed), &[
        "rinviare", "posticipare", "posporre", "differire", "rimandare", "riprogrammare", "postpone", "far slittare",
        "fare slittare", "far scivolare", "ricalendarizzare", "ripianificare", "spostare", "traslare",
    ]),
    (Plain(Cancelled), &[
        "annullare", "stralciare", "eliminare", "abbandonare", "sopprimere", "revocare", "archiviare", "cancel",
        "espungere", "depennare", "cancellare",
    ]),
];
