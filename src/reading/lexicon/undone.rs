// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words that accounts of deeds tell by what was left undone.
//!
//! Never here: how they combine (see `report`).

use super::{Phrases, Tags, phrases};

/// What something undone is said to be, in more than one word, whatever stands around it.
pub(in crate::reading) const PENDING: Phrases = Phrases(4, phrases![
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
    "determinato il rinvio", "mancava", "mancavano", "rimast* al livello", "rimast* allo stadio", "rimast* a livello",
]);

/// What denied says that something did not come about: "non ha mai visto la luce".
pub(in crate::reading) const TAKES_PLACE: Phrases = Phrases(15, phrases![
    "messo mano", "create le condizioni", "visto la luce", "visto alcuna luce", "preso avvio", "preso il via", "preso forma", "avuto luogo", "avuto seguito", "avuto corso", "trovato attuazione",
    "trovato applicazione", "avuto esito", "modo di", "alcun modo", "le condizioni", "il tempo di", "il tempo per", "tempo di", "le risorse per", "i fondi per", "la possibilita di", "andat* in porto", "andat* a buon fine", "andat* in rete", "andat* in scena", "andat* in onda", "andat* in stampa", "andat* avanti",
    "in funzione", "in esercizio", "a regime", "in rete", "a disposizione", "taken place", "gone live", "come of",
]);

/// The end of the year, when it counts how things are.
pub(in crate::reading) const YEAR_END: Phrases = Phrases(16, phrases![
    "fine anno", "fine dell anno", "fine esercizio", "fine dell esercizio", "termine dell anno", "termine dell esercizio", "a dicembre",
]);

/// What sets something before what the sentence goes on to say.
pub(in crate::reading) const BACKGROUND: Phrases = Phrases(5, phrases![
    "una prima volta", "primo momento", "primi mesi", "prima battuta", "prima fase dell anno", "fino a", "fino al", "fino all", "fino alla",
    "sino a", "sino al", "sino alla", "prima parte dell anno", "at first", "until",
]);

pub(super) const TAGGED: &[(Tags, &str)] = &[
    (Tags::HALTED, "sospes* rinviat* posticipat* differit* rimandat* slittat* annullat* congelat* interrott* spostat*
        suspended postponed deferred cancelled halted"),
    (Tags::UNDOING, "saltat* sfumat* naufragat* arenat* omess* disattes* decadut* accantonat* stalled abandoned
        abbandonat* incompiut* inevas* rinunciato mancat* abortit* incagliat* impantanat* insabbiat*"),
    (Tags::RAISED, "presentat* fatt* moss* sollevat* formulat* verificat* avvenut* avut* causat* creat* generat* prodott*
        ricevut* depositat* inviat* iscritt* accertat* arrivat* attivat* apert* notificat* dat*"),
    (Tags::OCCURRED, "verificat* avvenut* prodott*"),
    (Tags::TASK, "iter accordo accordi firma esame posa restauro restyling assegnazioni bonifica perizia rogito contratto
        catalogazione variante ristrutturazione indagine questionario questionari sondaggio riorganizzazione informatizzazione
        fontanelle rotatorie sopralluoghi sopralluogo interventi laboratori plessi fornitura forniture rifacimento numero serata serate
        fuochi appuntamento proposta piano regolamento copertura recruitment turno turni edizione trattativa"),
    (Tags::WORKED, "dispost* riprogrammat* ripresentat* ricalendarizzat* funzionato risposto ripartit* ripres* cominciat* approdat* insediat* entrat*
        seguit* begun fara faranno terra terranno svolgera svolgeranno partira partiranno"),
    (Tags::STILL, "ancora tuttora yet still"),
    (Tags::REMAINS, "resta restano rimane rimangono rimast* risulta risultano risultat* remain remains"),
    (Tags::LACKING, "assente mancante mancanti vacante vacanti vacant giacente giacenti incomplet* incompiut* inevas* infruttuos* lacunos* desert* awaiting"),
    (Tags::IDLE, "assenti carente carenti privo priva privi prive scopert* sguarnit* inattiv* inutilizzat* spent* vuot* chius* pendente pendenti being
        missing waiting unfinished"),
    (Tags::RUNNING, "funziona funzionano pront* online vigore uso funzione servizio esercizio attivita disposizione regime rete giornata piedi crescita aumento calo vita salute"),
    (Tags::FINISHING, "completare ultimare concludere terminare perfezionare montare completarsi ultimarsi concludersi effettuarsi
        realizzarsi perfezionarsi"),
    (Tags::FUTURE, "sara saranno verra verranno potra potranno"),
    (Tags::PAST, "era erano aveva avevano mancava mancavano"),
    (Tags::REMAINDER, "restant* restanti rimanente rimanenti resto altri altre"),
    (Tags::CONTRAST, "pero invece tuttavia purtroppo pertanto anche"),
    (Tags::CONCEDING, "sebbene benche quantunque pur seppur seppure ancorche although though"),
    (Tags::MERELY, "solo soltanto solamente oltre appena prima meno only just later unicamente"),
    (Tags::ONLY, "solo soltanto solamente unicamente appena only just"),
    (Tags::DAY, "giorno giorni ore ora mesi mese settimana settimane lunedi martedi mercoledi giovedi venerdi sabato domenica festivi domeniche anni anno minuti euro"),
    (Tags::CLITIC, "lo la l li le ci ce vi ne gli se s mi c v"),
    (Tags::OTHERS, "utente utenti candidato candidati candidata candidate candidates famiglia famiglie cittadino cittadini contribuente contribuenti proprietario
        proprietari genitori partecipanti iscritti alunni richiedenti richiedente concorrenti soggetti persone nuclei assegnatari assegnatario
        debitori idonei classificato classificata vincitore vincitrice residenti beneficiari utenza volontari concorrente titolare titolari invitati altri confinante confinanti limitrofi"),
    (Tags::OLD, "vecchio vecchia vecchi vecchie precedente precedenti obsolet*"),
    (Tags::ATTEMPT, "gara bando asta tentativo esperimento avviso procedura seduta incanto convocazione tender"),
    (Tags::THEN, "ciononostante nondimeno ugualmente egualmente"),
    (Tags::EXCEPTION, "fuorche"),
    (Tags::DESPITE, "nonostante malgrado despite essendo avendo"),
    (Tags::REJECTED, "bocciat* respint* rigettat* ritirat*"),
    (Tags::LATER, "anno prossimo prossima successivo primavera estate autunno inverno"),
    (Tags::URGED, "diffida diffide sollecito solleciti"),
    (Tags::ASIDE, "indicare legenda vedasi vedi veda cfr barrare differenza"),
        (Tags::NEUTRAL, "attendere necessari deviat* ritoccat* abbattut* rallentat* tagliat* frenat* alterat* espuls* penalizzat*"),
        (Tags::ADVERSE, "scalfit* incrinat* turbat* intaccat* les* delus* dispers* smentit* tradit* smarrit* scartat* stravolt* sconvolt*
        intralciat* disturbat* minat* inficiat* sacrificat* decurtat* snaturat* ridimensionat* derogat* sottratt* violat* elus*
        aggirat* sfrattat* esclus* interdett* inibit* impost* gravat* addebitat* tassat* smontat* sciupat* buttat* lesinat*
        lamentat* tolt* levat* guastat* arrecat* scoraggiat* spaventat* rovinat* scompaginat* patit* sofferto oppost* provocat*
        penalizzat* soppress* ritoccat* multat* privat* escuss* alzat* tagliat* toccat* rivist* riservat* limitat*"),
    (Tags::ADVERSITY, "pioggia maltempo neve pandemia emergenza covid sciopero guasto assenza carenza mancanza caldo gelo crisi
        alluvione nebbia lockdown chiusura rinuncia furto incendio"),
        (Tags::ANSWERED, "esclus* sostituit* rimpiazzat* diffidat* sanzionat* ordinanza ordinanze sanzione sanzioni penale penali diffida"),
        (Tags::DECIDED, "dovut* costrett*"),
        (Tags::PASSIVE, "stato stata stati state been were was"),
    (Tags::RULE, "viene vengono puo possono"),
    (Tags::NOTHING, "nulla niente nothing"),
    (Tags::CAUSAL, "causa stante per vista data due dalla"),
    (Tags::FICKLE, "attende attendono salta saltano rinvia"),
    (Tags::OF_GOODS, "venuto venuta venuti venute did didn manca mancano slitta slittano pende"),
    (Tags::BAD, "objections interruptions necessita esigenza"),
    (Tags::BIDDER, "offerta ditta impresa operatore concorrente bid bids"),
    (Tags::HELD, "considerare ritenere dire segnalare sottolineare evidenziare ricordare notare precisare aggiungere
        ringraziare escludere attribuire imputare rimarcare apprezzare intendersi augurarsi leggere"),
    (Tags::EXPECTED, "prevedeva prevedevano"),
        (Tags::KNOWN, "stato stata stati state fine anno"),
];
