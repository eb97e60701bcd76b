// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words themselves, in their classes; a word that ends with `*` stands for its four endings.
//!
//! Never here: phrases of several words (see `phrases`).

use super::super::Status;
use super::{Tags, Verb};

/// Words that are no verdict themselves and are worth finding in spite of a typing error.
pub(super) const PIVOTS: &str = "obiettivo obiettivi obbiettivo obbiettivi progetto progetti target traguardo risultato risultati iniziativa intervento attivita mancato
    mancata raggiungimento conseguimento parzialmente completamente pienamente objective partially";

pub(super) const VERBS: &[(Verb, &str)] = &[
    (Verb::Achieve, "ragg raggiunt* realizzat* conseguit* attuat* centrat* colt* agguantat* soddisfatt* achieved reached met attained
        accomplished fulfilled delivered implemented"),
    (Verb::Complete, "completat* ultimat* completed finished"),
    (Verb::Do, "effettuat* svolt* eseguit* espletat* concretizzat* portat* condott* tenut* organizzat* fatt* carried held done"),
    (Verb::Begin, "attivat* avviat* iniziat* partit* decollat* perseguit* started begun launched pursued"),
    (Verb::Move, "spostat* prorogat* ricollocat* moved"),
    (Verb::Reach, "hit ottenut* rispettat* assolt* adempiut* tagliat* compiut* obtained"),
    (Verb::Conclude, "conclus* concluded"),
    (Verb::Exceed, "superat* oltrepassat* sorpassat* sopravanzat* travalicat* exceeded surpassed"),
    (Verb::Miss, "mancat* fallit* disattes* sfuggit* sfumat* naufragat* missed failed unmet"),
    (Verb::Unachieved, "inattuat* irrealizzat* irraggiunt* inconseguit* inadempiut* unachieved unfulfilled"),
    (Verb::Plain(Status::Suspended), "sosp sospes* congelat* interrott* bloccat* ferm* suspended paused halted stalled"),
    (Verb::Plain(Status::Postponed), "rinv rinviat* posticipat* differit* rimandat* slittat* riprogrammat*
        procrastinat* ripianificat* ricalendarizzat* rischedulat* scivolat* traslat* postponed deferred rescheduled delayed"),
    (Verb::Plain(Status::Cancelled), "annull annullat* stralciat* cancellat* soppress* eliminat* revocat* abbandonat* cassat* espunt* depennat*
        ritirat* archiviat* dismess* cancelled canceled withdrawn abandoned dropped scrapped axed aborted
        discontinued"),
    (Verb::Plain(Status::InProgress), "ongoing underway"),
    (Verb::Measurable, "misurabile misurabili valutabile valutabili quantificabile quantificabili
        verificabile verificabili rilevabile rilevabili ricavabile ricavabili desumibile desumibili apprezzabile computabile
        misurat* valutat* quantificat* determinabile determinabili calcolabile stimabile measurable assessable measured assessed"),
];
/// The months in their order, Italian, then English.
pub(in crate::reading) const MONTHS: &str = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    january february march april may june july august september october november december";

pub(super) const TAGGED: &[(Tags, &str)] = &[
    (Tags::HEAD, "obbiettivo obbiettivi bersaglio targets ob obt obiett tgt ris esso esito esiti obiettivo obiettivi target risultato risultati traguardo traguardi objective objectives goal goals
        result results outcome outcomes"),
    (Tags::LISTED, "risultato risultati traguardo traguardi result results esito esiti attivita azioni interventi iniziative"),
    (Tags::GENERAL, "progetto progetti attivita azione azioni intervento interventi iniziativa iniziative project activity
        action initiative"),
    (Tags::PART, "fase lotto linea modulo sottobiettivo step punto indicatore azione intervento attivita progetto phase
        stage"),
    (Tags::COMPANION, "operativo operativi strategico strategici gestionale gestionali specifico specifici generale generali
        annuale annuali prefissat* programmat* previst* assegnat* attes* individuale individuali finale finali n nr num
        strategic operational annual complessiv* pianificat* preposto proposto stabilit* fissat* dato posto
        oggetto indicat* descritt* settoriale trasversale intersettoriale"),
    (Tags::ARTICLE, "l il lo la i gli le un una questo presente suddetto the this all our its their his"),
    (Tags::COPULA, "e sono stato stata stati state risulta risultano is are was were has have been da considerarsi ritenersi
        si ritiene ritengono riteniamo consideriamo intende intendono considera considerano puo possono considerato considerati considerata
        messo messa messi messe siamo versa versano trova trovano considerare dirsi dire definirsi essere e' appare viene resta rimane rimasto rimasta essersi considered be deemed
        ritenuto potuto potuti potuta potute could cannot did giunto andato"),
    (Tags::HAVE, "having ho aver avere ha hanno abbiamo avendo have has had"),
    (Tags::ADVERB, "certamente sicuramente indubbiamente evidentemente chiaramente ovviamente naturalmente felicemente ora adesso nuovamente currently neanche ancora gia poi quindi pertanto dunque infine inoltre sempre regolarmente anche tuttora comunque
        purtroppo altresi invece formalmente effettivamente sostanzialmente nel complesso complessivamente ormai yet
        still also successfully regularly therefore finally tutti tutte tutto subito tempestivamente puntualmente
        correttamente mai ufficialmente definitivamente temporaneamente momentaneamente concretamente materialmente oggi
        pero tuttavia infatti tardivamente faticosamente brillantemente finora attualmente now eventually unfortunately ad"),
    (Tags::NEGATION, "non nn not cannot"),
    (Tags::DENIAL, "non nn not mai ne never no senza nessun nessuno nessuna neppure nemmeno neanche without none"),
    (Tags::CONDITION, "se qualora quando affinche purche finche quanto caso whether if when unless until perche laddove
        ove ogniqualvolta quandanche should"),
    (Tags::UNREAL, "sia siano fosse fossero era erano aveva avevano fu furono sara saranno verra verranno venga vengano
        potra potranno dovra dovranno sarebbe sarebbero abbia abbiano avesse avessero avra avranno vada vadano will would possa possano potesse potessero
        had may might deve devono dovrebbe potrebbe rischia rischiano rischiava stava stavano veniva venivano"),
    (Tags::HYPOTHESIS, "se qualora purche affinche finche if unless whether laddove ove should"),
    (Tags::EXPECTED, "previsioni previsione attese aspettative atteso attesi attesa target previsto previsti prevista previste
        programmato programmati programmata pianificato obiettivo obiettivi standard richiesto programmazione programma
        cronoprogramma expectations expected planned plan forecast schedule"),
    (Tags::OFFICIAL, "pagamento pagamenti versamento versamenti termine termini rata rate avviso avvisi verbale verbali sanzione
        sanzioni cartella cartelle posizione posizioni licenza licenze patente patenti tributo tributi canone canoni
        imposta imposte tassa tasse contravvenzione contravvenzioni ruolo ruoli autorizzazione autorizzazioni concessione
        concessioni residenza cittadini provvedimento provvedimenti atti atto accertamenti accertamento multa multe
        fines notices payments payment"),
    (Tags::PIVOT, "suscettibile misurazione valutazione misurare valutare quantificare determinare calcolare measure assess presta prestano failed failure raggiungere
        conseguire realizzare attuare centrare achieve reach meet raggiungimento conseguimento achievement attainment
        realizzazione attuazione avanzamento completamento completion progress"),
    (Tags::ABBREVIATION, "ob obt obiett tgt ris ragg parz parzialm prog att sosp rinv annull"),
    (Tags::RELATIVE, "che cui quale quali which who that chi coloro"),
    (Tags::DANGLING, "risulta risultano appare dirsi non not ne mai quasi parzialmente partially partly almost never e sono stato stata stati state essere
        sia sara saranno venga is are was were been be di da del della dell dei delle degli che il lo la l i gli le un una
        uno per con al alla all ai alle in nel nella nell a si puo of the to as ha hanno"),
    (Tags::FULLY, "pienamente totalmente completamente interamente integralmente ampiamente appieno perfettamente
        compiutamente esaustivamente fully completely entirely totally wholly"),
    (Tags::ABOUT, "incirca circa quasi oltre almeno piu meno about approximately almost over nearly least indicativamente"),
    (Tags::TO_NUMBER, "a al all allo alla per il l lo nella misura di in ragione quota una percentuale del dell pari at to by of nell"),
    (Tags::LABEL, "grado percentuale livello stato tasso indice degree percentage level rate"),
    (Tags::LABEL_OF, "realizzazione raggiungimento attuazione avanzamento conseguimento completamento achievement
        attainment completion progress"),
    (Tags::LABEL_LINK, "di d del dell della degli dei l of the e is pari al all allo a obiettivo obiettivi objective
        complessivo complessiva finale medio media"),
    (Tags::TIME_START, "fuori quest this nei nel nell nella entro in con il al all alla a come da on ahead by within late dal secondo
        rispettando gia senza oltre prima puntualmente tempestivamente"),
    (Tags::TIME, "nei nel nell nella entro all in con il al alla come da secondo i gli la le l a del dell dei delle di tempi
        tempo termini termine tempistica tempistiche tempestivita scadenza scadenze previst* stabilit* programmat*
        programma prefissat* fissat* assegnat* indicati richiesti dovuti anticipo ritardo ritardi lieve leggero rispetto
        pieno pochi giorni giorno mesi mese settimane settimana due tre cronoprogramma corso anno annualita esercizio data
        prossimo successivo seguente scolastico educativo finanziario gg dicembre gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
        novembre on time ahead schedule of the by deadline within late with delay year next end fine primo secondo prima
        seconda meta semestre trimestre rispettando oggi legge senza oltre puntualmente tempestivamente sulla sul
        nuovo nuova questo corrente january february march april may june july august september october november
        december"),
    (Tags::YES, "si yes ok"),
    (Tags::NO, "no"),
    (Tags::OPENER, "essendo avendo mancando visti dati considerati considerate date for owing fino sino pending addi ne per a causa causato x con mediante attraverso grazie nonostante malgrado in poiche perche come vedi vd
        entro nel nei nell nella nelle negli al all alla alle allo ai agli dal dalla dall dai dalle da tramite stante fino sino pending addi ne
        data dato dati vista visto viste a seguito sulla sul sui sulle ad due because despite thanks through by with
        owing since as on under at to during quale sebbene benche pur tenuto considerato considerata e ed and
        secondo rispetto conformemente coerentemente senza dopo prima durante pertanto inizialmente until until"),
    (Tags::CAUSE, "per causa stante because due owing for"),
    (Tags::OLD, "vecchio vecchia vecchi vecchie precedente precedenti preesistente obsolet* scorso scorsa scorsi passato old former
        previous obsolete last"),
    (Tags::OTHERS, "ditta ditte impresa imprese cooperativa cooperative societa partecipata partecipate gestore gestori fornitore fornitori
        appaltatore appaltatori concessionario concessionaria aggiudicataria affidataria alunni alunno studenti allievi ragazzi bambini
        utenti utente partecipanti cittadini famiglie regione regioni provincia province ministero governo comuni capofila
        consigliere consiglieri minoranza opposizione giornali giornale stampa sindacati sindacato associazione associazioni fondazione
        partner consorzio unione azienda aziende scuole istituto contractor supplier company pupils students region government
        councillor press union"),
    (Tags::DONE, "fatt* done"),
    (Tags::ASKED, "discuss* illustrat* ipotizzat* chiest* richiest* propost* respint* revocat* evitat* scongiurat* chiesto requested proposed rejected averted"),
    (Tags::BEGUN, "corso seguito avvio"),
    (Tags::ADMIT.or(Tags::ATTESTED), "constatare ammettere rilevare riconoscere registrare segnalare evidenziare"),
    (Tags::LISTING, "numero elenco totale report tabella riepilogo number list"),
    (Tags::REFERS, "vedasi vedi veda vedere cfr rimanda see"),
    (Tags::TIME, "mandato biennio triennio"),
    (Tags::PERIOD, "anno esercizio biennio triennio mandato annualita year"),
    (Tags::UNREAL, "prematuro premature forse probabilmente sembra sembrano pare paiono parrebbe perhaps probably apparently seems"),
    (Tags::LACK, "manca mancano mancando mancanza assenza carenza assenti lack missing"),
    (Tags::DATA, "dato dati elementi informazioni data"),
    (Tags::UNREAL, "presume presumono presumibilmente ipotizza presumably"),
    (Tags::ATTESTED, "dimostra dimostrano valida validato convalidato risulta risultano emerge confermano certificano attestano evidenziano mostra
        mostrano testimonia testimoniano documenta documentano comprova comprovano confirm confirms confirmed certified"),
    (Tags::FULLY, "abbondantemente nettamente"),
    (Tags::GENERAL, "activities actions initiatives projects"),
    (Tags::PREVENTED, "impossibile impossible"),
    (Tags::POOR, "nullo nulla null nil"),
    (Tags::KNOWN, "consecutivo consecutiva unable presto differenza unlike altro altra other"),
    (Tags::ACT, "ricorso ricorsi contenzioso pratica pratiche delibera delibere ordinanza ordinanze sentenza decreto determina
        contratto contratti proposta proposte spesa spese fattura fatture permesso permessi assegno assegni domanda domande
        istanza istanze contract contracts permit permits licence license traffico circolazione strada biglietto biglietti ordine ordini
        nota"),
    (Tags::HEARING, "seduta sedute udienza udienze causa giudizio processo istruttoria istruttorie appello mozione interrogazione"),
    (Tags::STAFF, "dipendente dipendenti agente agenti funzionario funzionaria funzionari dirigente dirigenti impiegato impiegata
        operatore operatori addetto addetti responsabile segretario assessore sindaco lavoratore lavoratori autista autisti employee employees"),
    (Tags::SOME, "ultimo ultima ultimi ultime"),
    (Tags::NEIGHBOUR, "vicin* limitrof* confinant* contermin*"),
    (Tags::RUBRIC, "legenda criterio criteri scala metrica formula key"),
    (Tags::MANNER, "misura modo maniera forma"),
    (Tags::OUTSIDE, "nazionali nazionale regionali regionale europei europeo comunitari comunitario ministeriali ministeriale didattici didattico
        formativi formativo educativi educativo contrattuali contrattuale national european"),
    (Tags::OWN, "proprio propria propri proprie suo suoi nostro nostri"),
    (Tags::GOOD, "positivo positiva positivi favorevole"),
    (Tags::POOR, "negativo negativa sfavorevole"),
    (Tags::EXCEPTION, "albeit salvo tranne eccetto escluso esclusa esclusi escluse eccettuato eccettuata eccettuati eccettuate
        limitatamente unicamente solo soltanto solamente meno except only excluding"),
    (Tags::ADVERSATIVE, "ma pero tuttavia bensi anche seppur seppure sebbene benche but although though however nonostante
        relativamente se qualora if unless nessuno nessuna none mentre"),
    (Tags::DEED, "realizzat* completat* attivat* avviat* approvat* adottat* iscritt* formalizzat* pubblicat* predispost*
        redatt* elaborat* organizzat* effettuat* eseguit* svolt* conclus* ultimat* terminat* inaugurat* installat* affidat*
        aggiudicat* stipulat* sottoscritt* firmat* trasmess* inviat* caricat* aggiornat* implementat* istituit* costituit*
        individuat* nominat* acquisit* acquistat* fornit* consegnat* collaudat* appaltat* bandit* indett* assunt* erogat*
        liquidat* pagat* riscoss* raggiunt* conseguit* attuat* garantit* assicurat* mantenut* migliorat* ottenut*
        depositat* presentat* espletat* iniziat* portat* perfezionat* finanziat* notificat* convocat* somministrat*
        convertit* digitalizzat* informatizzat* mappat* censit* catalogat* inventariat* ristrutturat* riqualificat*
        sostituit* rinnovat* attribuit* assegnat* distribuit* coinvolt* formulat* avvenut* tenut* res* mess* dat* fatt*
        provveduto proceduto addivenut* giunt* emanat* emess* esaminat* discuss* deliberat* integrat* allestit* apert* reperit* selezionat*
        reclutat* stampat* diffus* comunicat* verificat* concess* rilasciat* iscritt* incassat* accertat* recuperat*
        operativ* disponibile disponibili funzionante funzionanti esecutiv* attiv* fruibile definit* redistribuit*
        rendicontat* monitorat* prodott* programmat* riorganizzat* trasferit* migrat* testat* recapitat* posat* costruit*
        potenziat* rimoss* demolit* arrivat* partit* decollat* ripristinat* ricevut* sistemat* concretizzat* compilat*
        asfaltat* tinteggiat* piantumat* sviluppat* messi
        achieved completed approved adopted published delivered signed awarded launched implemented carried held installed
        opened finished started submitted issued built updated introduced activated prepared drafted
        performed purchased hired appointed organised organized set done made taken concluded finalised finalized"),
    (Tags::DEED_INFINITIVE, "dare procedere realizzare completare attivare avviare approvare adottare formalizzare
        pubblicare predisporre redigere elaborare organizzare effettuare eseguire svolgere concludere ultimare terminare
        inaugurare installare affidare aggiudicare stipulare sottoscrivere firmare trasmettere aggiornare implementare
        istituire costituire individuare nominare acquisire acquistare consegnare collaudare appaltare bandire indire
        assumere erogare liquidare raggiungere conseguire attuare garantire assicurare mantenere ottenere portare
        perfezionare provvedere rispettare reperire aprire rendere mettere tenere coinvolgere sostituire digitalizzare
        riqualificare iniziare concretizzare finalizzare programmare definire migrare trasferire installare calendarizzare
        coprire"),
    (Tags::DEED_NOUN, "approvazione adozione realizzazione attivazione conclusione completamento pubblicazione attuazione
        sottoscrizione stipula assegnazione aggiudicazione esecuzione adesione consegna nomina presentazione
        predisposizione formalizzazione avvio effettuazione erogazione assunzione trasmissione concessione disponibilita
        autorizzazione copertura partecipazione definizione acquisizione risposta risposte finanziamento pervenimento
        rilascio sostituzione ultimazione affidamento inizio raggiungimento conseguimento svolgimento prosecuzione
        apertura installazione attivazione collaudo"),
    (Tags::PREVENTED, "impedit* pregiudicat* compromess* ostacolat* vanificat* precluso preclusa prevented impede impedisce
        hampered"),
    (Tags::ENABLED, "consentit* permess* garantit* assicurat* consentendo permettendo garantendo determinat* comportato
        favorito allowed enabled ensured portato condotto reso"),
    (Tags::ATTESTED, "attesta attestato conferma confermato registra registrato rileva rilevato certifica certificato accertato
        accerta evidenzia verificato verifica atto comunica dichiara esito si da prende constata riscontra"),
    (Tags::DECIDED, "ritenut* decis* dispost* stabilit* scelt* deliberat* decret* sancit* decretato dovuto preferito concordato convenuto conviene necessario opportuno decided"),
    (Tags::PRONOUN, "quello quella quelli quelle the"),
    (Tags::FRACTION, "terzo terzi quarto quarti quinto quinti meta half third thirds quarter quarters"),
    (Tags::KNOWN, "suscettibile misurazione valore merely giudizio necessita esigenza bisogno being necessita intende intendono alcun alcuni alcune parte indicare legenda mai lo la l li le ci vi ne gli si se s mi c v luogo convertit* riconvertit*
        unfinished pending stalled begun volta centrare achieve reach meet misurabilita grado attuazione prossimo tuttora vigore uso
        anziche instead montare sta stanno rinunciato rinunciare inattuato irrealizzato irraggiunto procede procedono continua viene visto
        attestare intendersi avuto vista esclus* excluded nazionali nazionale regionali regionale europei comunitari ritenere considerare dichiarare avvenut* buon casa linea
        line conforme pari coerente superiore superiori inferiore eccede va oltre oltrepassa supera exceeds above beyond over
        performed polverizzat* superandolo superando piu che quello quella positivamente positivo esso stesso andamento take
        place trovato attuazione data dare dato than better achieve compimento just maggiore medi meet presta prestano punteggio quadrimestre reach semester ti volta misurare valutare quantificare determinare calcolare measure assess misurazione valutazione misurazioni
        impossibile primavera estate autunno inverno"),
    (Tags::ORDINAL, "prima primo seconda secondo terza terzo quarta quarto first second third"),
    (Tags::NEUTRAL, "aumentat* diminuit* accumulat* utilizzat* tralasciat* trascurat* fermat* passat* scadut* cessat* smess* chius*
        ferit* danneggiat* dimenticat* licenziat* incrementat* peggiorat* aggravat* distolt* impiegat* rifiutat* negat* sottratt*
        sprecat* sanzionat* discriminat* lasciat* mutat* conosciut* capit* nat* mort* cadut* arretrat* allontanat* spes*
        used increased lost needed closed asked appealed challenged contested necessari* richiest* riscontrat* rilevat* registrat* pervenut* segnalat* contestat* evidenziat* emers*
        ravvisat* dovut* applicat* irrogat* impugnat* interrott* sospes* modificat* sforat* ridott* previst* applicabile
        opportun* utile present* mancat* bisogno oggetto tenuti soggett* interessat* superat* intervenut* sorte sorti
        subit* incis* influit* variat* cambiat* compromess* pregiudicat* ostacolat* impedit* pertinente pertinenti
        rilevante rilevanti significativ* condizionat* revocat* annullat* smarrit* perdut* pers* eccedut* oltrepassat*
        comportat* determinat* prodotti necessary required needed received reported found raised affected interrupted
        exceeded chiesto chiesta chieste chiesti dichiarat* respint* bocciat* rigettat* obbligatori*"),
    (Tags::BAD, "reclamo reclami ricorso ricorsi ritardo ritardi criticita rilievo rilievi osservazione osservazioni
        contestazione contestazioni anomalia anomalie disservizio disservizi interruzione interruzioni infortunio infortuni
        sanzione sanzioni contenzioso contenziosi errore errori scostamento scostamenti problema problemi problematiche
        irregolarita violazione violazioni incidente incidenti debito debiti danno danni difformita eccezioni eccezione
        opposizione opposizioni impugnazione impugnazioni esposti diffide diffida penali penale condanna condanne sinistro
        sinistri lamentele disagi disagio furti guasti guasto blocchi negativo negativa negativi negative inadempienze inadempienza morosita pendenze pendenza
        insoluti accessi abusi assenze complaints complaint delays delay issues problems errors appeals incidents"),
    (Tags::DEMAND, "domanda domande richiesta richieste istanza istanze segnalazione segnalazioni candidatura candidature
        offerta offerte requests applications requirement proposte manifestazioni variante varianti adesioni adesione
        somme costi spese oneri"),
    (Tags::REMEDY, "risolt* eliminat* recuperat* evas* sanat* definit* smaltit* riparat* azzerat* resolved fixed
        solved cleared"),
    (Tags::PLANNED, "corso corsi evento eventi manifestazione gara gare lavori progetto attivita iniziativa iniziative
        servizio servizi apertura avvio approvazione inaugurazione convegno incontro incontri formazione intervento
        interventi fase bando adozione procedura procedure sperimentazione acquisto realizzazione completamento conclusione
        ultimazione pubblicazione adesione attivazione affidamento collaudo aggiornamento concorso selezione trasferimento
        migrazione installazione festa fiera sagra rassegna stagione progettazione obiettivo cantiere opera opere appalto
        mostra revisione adeguamento digitalizzazione esecuzione consegna stipula posa seminario assunzione assunzioni
        laboratorio laboratori parte firma rilascio ampliamento sostituzione messa entrata seconda terza prima
        quello quella quelli quelle concerto spettacolo mercato consultazione campagna torneo giornata settimana
        the training course event tender works project opening launch phase"),
    (Tags::THEN, "percio poi successivamente quindi infine dopodiche finalmente later subsequently eventually finally then
        recuperat* superat* risolt*"),
    (Tags::FIRST, "inizialmente originariamente dapprima precedentemente initially previously"),
    (Tags::ABLE, "possibile potuto riuscito riusciti riuscita riuscite able possible potuti potuta potute"),
    (Tags::AND, "e ed and o oppure or nonche"),
    (Tags::BUT, "ma bensi but"),
    (Tags::ACHIEVEMENT, "raggiungimento conseguimento achievement attainment"),
    (Tags::FULL, "pieno piena totale completo completa integrale full complete total"),
    (Tags::PARTIAL, "parziale parziali incomplet* partial incomplete"),
    (Tags::FAILED, "failure mancato mancata mancati mancate omessa omesso missed"),
    (Tags::ALL, "tutti tutte tutto tutta all entrambi entrambe every each ciascuno ogni"),
    (Tags::NONE, "nessun nessuno nessuna none no"),
    (Tags::PREPOSITION, "di d del dello della dell dei degli delle a al allo alla all ai agli alle da dal dallo dalla dall dai
        dagli dalle in nel nello nella nell nei negli nelle con su sul sullo sulla sull sui sugli sulle per tra fra of for
        with by from in on"),
    (Tags::GOING_ON, "riprende riprendono riparte ripartono parte partono inizia iniziano comincia cominciano prosegue
        proseguono procede procedono continua continuano entra entrano decorre decorrono scade scadono partit* iniziat*
        cominciat* ripres* start starts begin begins resume resumes continue continues proceed proceeds"),
    (Tags::RESUMED, "ripres* riavviat* riattivat* sbloccat* riapert* ripartit* ripart* ripristinat*
        resumed restarted"),
    (Tags::ACHIEVE_INFINITIVE, "raggiungere conseguire realizzare attuare centrare cogliere soddisfare achieve reach meet fulfil fulfill attain
        accomplish"),
    (Tags::MEASURE, "stabilire accertare misurare valutare quantificare determinare calcolare rilevare stimare measure assess"),
    (Tags::KNOWN, "portare condurre compimento termine porto casa buon fine conclusione altri altre impossibile impossible terms"),
    (Tags::PIVOT, "compimento esecuzione concretizzazione soddisfacimento adempimento applicazione impossibile cogliere portare condurre rendere dare lontan*"),
    (Tags::DEED, "uscit* colt* tolt* levat* allineat* condott*"),
    (Tags::PLANNED, "discussione gita gite visita visite soggiorno soggiorni gemellaggio palio mercatino mercatini esercitazione refezione mensa
        doposcuola carnevale sfilata raduno premiazione escursione camminata maratona proiezione conferenza convegni workshop webinar
        pedibus campus concerti spettacoli mostre feste fiere sagre rassegne seminari"),
    (Tags::SOME, "alcuni alcune taluni talune altri altre diversi diverse vari varie molti molte pochi poche some several many few"),
    (Tags::COPULA, "rimasti rimaste"),
    (Tags::ATTESTED, "riconosce riconosciuto attesto certifico dichiaro confermo rilevo discende deriva desume evince deduce conclude indubbio
        pacifico assodato acclarato innegabile comprovato documentato dimostrato provato accertiamo confermiamo"),
    (Tags::ENABLED, "consente consentono permette permettono permettere consentire garantire assicurare possibile"),
    (Tags::PREVENTED, "impedire ostacolare precludere compromettere vanificare pregiudicare"),
    (Tags::CONDITION.or(Tags::HYPOTHESIS), "once"),
    (Tags::UNREAL, "risultava risultavano"),
    (Tags::OPENER, "presso ossia before"),
    (Tags::DEED, "finit*"),
    (Tags::DECIDED, "voluto"),
    (Tags::ARRIVED, "giunt* pervenut* presentat* arrivat* ricevut* depositat*"),
    (Tags::TERM, "scadenza scadenze termine termini tempistica tempistiche cronoprogramma tempi deadline deadlines"),
    (Tags::KEPT, "rispettat* osservat* onorat* respected kept met"),
    (Tags::OVERRUN, "sforat* superat* oltrepassat* scadut* disattes* missed"),
    (Tags::TIME, "fuori quest this dettat* impost* concordat* concess*"),
    (Tags::KNOWN, "modo maniera alcuno alcuna appena stabilire accertare data fissata stabilita prevista dovuto tardi soffio neanche anzi margine largo ampio notevole buon vedasi vedi veda cfr rimanda venturo essere sta stanno quote taluni talune
        altro altra zero discussione fuori"),
    (Tags::UNWOUND, "restituit* rimborsat* rientrat* riaccreditat* riversat* stornat* svincolat* disdett* avvisat* informat* refunded"),
    (Tags::PLAN, "piano peg piao dup pdo plan programma programmazione pianificazione"),
    (Tags::SCOPE, "versante fronte lato parte"),
    (Tags::UNDERGONE, "trovato trovata trovati trovate avuto avuta avuti avute ricevuto ricevuta ricevuti ricevute"),
    (Tags::CARRIED_OUT, "raggiungimento conseguimento attuazione realizzazione compimento esecuzione concretizzazione soddisfacimento adempimento applicazione"),
    (Tags::SHARE, "su di dei delle degli sui sulle sul of out"),
    (Tags::NUMBER_SIGN, "n nr num no art p pt pti punti"),
    (Tags::COUNT, "uno una due tre quattro cinque sei sette otto nove dieci one two three four five"),
    (Tags::TENS, "zero dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento"),
    (Tags::MONTH, MONTHS),
    (Tags::PART_OF_YEAR, "semestre trimestre quadrimestre semester quarter"),
];
