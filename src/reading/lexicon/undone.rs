// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words by which accounts of deeds tell what was left undone; their phrases stand with the others.
//!
//! Never here: how they combine (see `report`).

use super::Tags;

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
    (Tags::ONLY, "soli sola sole limitatamente solo soltanto solamente unicamente appena only just"),
    (Tags::DAY, "giorno giorni ore ora mesi mese settimana settimane lunedi martedi mercoledi giovedi venerdi sabato domenica festivi domeniche anni anno minuti euro"),
    (Tags::CLITIC, "lo la l li le ci ce vi ne gli se s mi c v"),
    (Tags::PUBLIC, "aventi coloro sigla sigle utente utenti candidato candidati candidata candidate candidates famiglia famiglie cittadino cittadini contribuente contribuenti proprietario
        proprietari genitori partecipanti iscritti alunni richiedenti richiedente concorrenti soggetti persone nuclei assegnatari assegnatario
        debitori idonei classificato classificata vincitore vincitrice residenti beneficiari utenza volontari concorrente titolare titolari invitati altri confinante confinanti limitrofi"),
    (Tags::ATTEMPT, "gara bando asta tentativo esperimento avviso procedura seduta incanto convocazione tender"),
    (Tags::THEN, "ciononostante nondimeno ugualmente egualmente"),
    (Tags::EXCEPTION, "fuorche"),
    (Tags::DESPITE, "nonostante malgrado despite essendo avendo"),
    (Tags::REJECTED, "bocciat* respint* rigettat* ritirat*"),
    (Tags::LATER, "anno prossimo prossima successivo primavera estate autunno inverno"),
    (Tags::URGED, "diffida diffide sollecito solleciti"),
    (Tags::ASIDE, "criterio indicare legenda vedasi vedi veda cfr barrare differenza"),
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
    (Tags::OTHERWISE, "distanza telematicamente videoconferenza remoto webinar"),
    (Tags::ANYWAY, "comunque regolarmente autonomamente propri proprie proprio oggetto"),
    (Tags::BODY, "regione provincia ministero loco gestore soprintendenza governo istituto fondazione capofila"),
    (Tags::OURS, "comune ente amministrazione comunale comunali"),
    (Tags::WORKED.or(Tags::SETTLED), "adempiuto ottemperato regolarizzat* sanat* prestato donato fornito"),
    (Tags::SETTLED, "sufficiente sufficienti direttamente internamente"),
    (Tags::WORKED.or(Tags::COVERED), "riguardato coinvolto coperto interessato garantito"),
    (Tags::EXEMPT, "legge esent* esonerat* segret*"),
    (Tags::WORKED.or(Tags::GRANTED), "riconosciut* ammess* selezionat*"),
    (Tags::GRANTED, "accolt* concess* finanziat*"),
    (Tags::KNOWN, "unico unica unici uniche coerenza ottemperanza conformita contro prevede consente consentito stato stata stati state fine anno"),
];
