// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words that tell people from offices: given names, titles, what offices are called, surnames that many bear.
//!
//! Never here: a rule. The lists are words between spaces, folded, since a list of texts weighs four times as much.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

/// Given names of men in Italy; a star where it is also a surname that many bear.
const MEN: &str = "\
abdul achille adam adamo adriano agostino ahmed alan albano alberto aldo alen alessandro alessio alex alfio alfonso
alfredo ali amedeo andrea angelo* aniello antonello antonino antonio arben aristide armando arnaldo aron artan arturo
attilio augusto aurelio baldassarre basilio battista benedetto* beniamino bernardo* besnik biagio bogdan bortolo bruno*
calogero camillo carlo carlos carmelo carmine celestino cesare christian ciro claudio cleto corrado cosimo costantino*
cristian cristiano cristoforo damiano* daniele danilo dante* dario davide david demetrio denis diego dino domenico
donatello donato* dragan edoardo efisio egidio elia* eligio elio elvio emanuele emiliano emilio emmanuele enea ennio
enrico enzo eraldo eric ermal ermanno ermes ernesto eros ettore eugenio eusebio evaristo ezio fabiano* fabio fabrizio
fausto federico felice* ferdinando ferruccio filiberto filippo fiorenzo flavio florin fortunato* francesco franco*
fulvio furio gabriele gabriel gaetano gaspare gastone genesio gennaro gerardo germano* gheorghe giacinto giacomo
giambattista giampaolo giampiero gian giancarlo gianfranco gianluca gianluigi gianmarco gianmaria gianni gianpaolo
gianpiero giordano* gino gioacchino giorgio* giosue giovanni giulio giuliano* giuseppe giustino* goffredo graziano*
gregorio gualtiero guerrino guglielmo guido* hassan hamid ibrahim ignazio igor ilario ilir innocenzo ion ionut ismaele
italo ivan ivano ivo jacopo jean john jonathan jose juan julian kamal karim kevin khalid kristian lamberto lauro
lazzaro leandro leo leonardo* leone* leonida leopoldo libero liborio lino livio lodovico lorenzo* loris luan luca
luciano lucio ludovico luigi luis manfredi manlio manuel manuele marcello* marco mariano* marino* mario maris marius
martin martino* massimiliano massimino massimo matteo mattia maurilio maurizio mauro mihai michael michelangelo michele
milan milo mirco mirko modesto mohamed mohammed moreno* moris mustafa narciso natale* natalino nazareno nazario nello
nereo nevio niccolo nicola nicolae nicolas nicolo nino norberto nunzio omar orazio oreste orfeo orlando* oscar osvaldo
otello ottavio palmiro paolo pasquale* pasqualino patrick patrizio paul pedro pellegrino* peppino pier piergiorgio
pierangelo pierfrancesco pierino pierluigi piero pierpaolo piersandro pietro* pino pio primo quinto quirino rachid
raffaele raffaello raimondo* raul remigio remo renato renzo riccardo* rinaldo* rino robert roberto rocco* rodolfo
rolando roman romano* romeo* romolo romualdo rosario* ruben rudi ruggero rudy sabatino sabino said salvatore* salvo
samuel samuele sandro santino santo* sauro saverio sebastian sebastiano secondo serafino serafin sergio settimio
severino* silvano silverio silvestro silvio simone siro stefano* tarcisio teodoro terenzio thomas tiberio tino tito
tiziano tobia tommaso tonino tullio ubaldo ugo umberto urbano* valdo valentino* valeriano valerio valter vasile vasco
venanzio vincenzo vinicio virgilio virginio vito* vitaliano vitale* vittore vittorino vittorio vladimir vladimiro walter
werner william yassine youssef yuri zeno";

/// Given names of women in Italy; a star where it is also a surname that many bear.
const WOMEN: &str = "\
ada adalgisa adelaide adele adelina adriana agata aglaia agnese aicha alba alberta alda alessandra alessia alexandra
alfonsina alice alida alina allegra alketa alma altea amalia amanda ambra amelia amina amira ana anastasia andreina
angela angelica angelina angiola anisa anita anna annalisa annamaria annapaola annarita anne annunziata antonella
antonia antonietta arianna aristea armida asia assunta augusta aurelia aurora azzurra barbara beatrice benedetta
berenice bernardina bianca* bice bina brigida bruna brunella caia calogera camelia camilla candida carina carla
carlotta carmela carmen carolina cassandra caterina catia cecilia celeste* cesarina cesira chiara christine cinzia
ciretta clara clarissa claudia clelia clementina cleofe clotilde concetta consolata consuelo cora corinna cornelia
cosima costanza cristiana cristina crocifissa dafne dalila damiana daniela danila daria debora deborah delfina delia
denise desire desiree diamante diana diletta dilara dina dolores domenica domitilla donata donatella dora doriana dorina
dorotea ebe edda edi edith edvige elda elena eleonora elettra eliana elide elisa elisabetta ella eloisa elsa elvezia
elvira emanuela emilia emiliana emma enrica enza erica erika erminia ermelinda ernesta ersilia ester estela eufemia eugenia
eva evelina fabia fabiana fabiola fabrizia fatima fausta federica felicia fernanda fiamma filippa filomena fiorella
fiorenza* flaminia flavia flora floriana fortunata fosca franca francesca fulvia gabriela gabriella gaetana gaia gemma
genny genoveffa gertrude gessica ghita giacoma giada gianna giannina gilda gina ginevra gioia giordana giorgia giorgina
giovanna giovannina gisella giuditta giulia giuliana giulietta giuseppa giuseppina giusi giusy gloria grazia graziella
greta guglielmina guia ida ilaria ilda ileana ilenia ilia immacolata ines ioana iolanda ionela irena irene iride irina
iris irma isa isabel isabella isadora isotta italina ivana ivonne jasmine jennifer jessica jolanda josephine julia karin
katerina kathia katia katiuscia ketty khadija lara larissa laura lauretta lavinia lea leda leila lella leonilda leontina
leonora letizia lia liana licia lidia lilia liliana lina linda lisa lisetta livia loana loredana lorella lorena lorenza
loretta luana lucia luciana lucilla lucrezia ludmila ludovica luigia luigina luisa luisella maddalena mafalda magda
manola manuela mara marcella margaret margherita maria mariagrazia mariangela marianna mariapia mariarosa mariateresa
maricica mariella marika marilena marilisa marina marinella mariolina marisa maristella marlene marta martina marusca
marzia matilde maura melania melissa mercedes meri michela mihaela milena mila mimma mina mira mirella miriam mirna
mirta moira monia monica monika morena nadia nadja naima nara natalia natalina natascia nella nerina nicla nicole
nicoletta nilde nina nives noemi nora norma novella nunzia oksana olena olga olimpia oliva* olivia ombretta orietta
ornella orsola ortensia ottavia palmira pamela paola patricia patrizia penelope petra pia piera pierangela pierina
pinuccia primarosa priscilla rachele raffaella ramona rebecca regina renata renza rina rita roberta rocio romana romina
rosa* rosalba rosalia rosalinda rosamaria rosangela rosanna rosaria rosella roselina rosetta rosina rosita
rossana rossella rosy sabina sabrina sally samanta samantha samira samuela sandra santa santina sara sarah saveria
selene selvaggia serafina serena severina shirley sibilla silvana silvia silviana simona simonetta smeralda sofia sole
sonia sonja speranza stefania stella* susanna susy svetlana sveva tamara tania tatiana tea tecla teodora teresa
teresina tilde tina tiziana tommasina tonia tosca tullia ursula valentina valeria vanda vanessa vania vanna vera
verdiana verena veronica vilma vincenza viola* violetta virginia virna vita* vittoria vittorina viviana wally wanda
wilma ylenia ynes yvonne zaira zelinda zita zoe zoraide";

/// Titles and ranks before (or after) a name, without dots.
const TITLES: &str = "\
dott ssa dottssa dssa dottsa dottor dottore dottoressa dr drssa drs dottri arch archtto architetto ing ingegnere ingegner geom
geometra rag ragioniere ragioniera avv avvto avvocato avvocata prof profssa professore professoressa sig sigra sigri sigg
signor signora signore cav comm isp ass ag app sovr mllo
maresciallo cap capitano ten tenente magg vcomm comte asste sov pi perind don on onorevole sen mons istr funz spec";

/// What offices, groups and roles are called: a star stands for any ending.
const OFFICES: &str = "\
uffici* settor* area aree serviz* sportell* direzion* dipartiment* divisione sezione ripartizion* unita nucleo* comando
commission* comitat* consigli* giunta gruppo gruppi squadra team staff personale tutti tutte tutto tutta altri altre
altro altra vari varie divers* ogni ciascun* intero intera lavori polizia protezione ragioneria segreteria segretari* vicesegretari*
responsabil* resp dirigent* direttor* direttrice coordinator* coordinatrice comandante vicecomandante sindaco sindaca
vicesindaco vicesindaca assessor* vice agent* vigili vigilanza operai operaio operator* operatrice ausiliari* dipendent* collaborator*
collaboratrice collaboratrici impiegat* incaricat* addett* titolar* posizion* organizzativ* po pl pm utc suap sue urp
ced rup oiv rspp rpct ced eq uo uoc asp asl ats rsu pa cuc sic siope amministrativ* finanziari* tecnic* tributi
tributari* demografic* sociali sociale assistenz* scolastic* cultural* cultura sport commercio urbanistic* edilizia
ambient* ecologi* anagrafe elettoral* economat* bilancio contabil* protocollo messi messo notificator* informatic*
informativ* appalti gare contratti patrimonio manutenzion* cimiter* biblioteca bibliotecari* museo archivio istruzione
scuola scuole asilo asili nido mensa trasport* turism* attivita produttive affari generali generale istituzional* legale
avvocatura contenzioso stampa comunicazione comune comunal* municipal* provincia* region* unione consorzio azienda
cooperativa coop societa ditta ditte impresa imprese fornitor* associazion* fondazione istituto ente enti proloco
volontari* cittadin* consulent* esterno esterni esterna esterne interessat* coinvolt* competent* tempo civile civici
relazioni risorse umane controllo gestione programmazione organi politich* giovanili pubblic* privat* opere rete centro
centri stato locale locali nomina definire vedi figure organizzazione entrate spesa espropri mobilita viabilita verde
demanio sicurezza prevenzione trasparenza corruzione valutazione piano progetto posti pari opportunita nessuno nessuna
corpo nn pro loco capo scelto istruttor* istruttrice funzionari* ispettor* assistente assistenti sovrintendent* specialist*
esecutor* direttiv* elevat* qualificazion* gabinetto president* vicepresident* centrale committenza revisor* delegat*
farmaci* medico amministrator* amministrazione commissari* innovazione digital* anticorruzione privacy dpo rasa
territori* formazione archivista energia rifiuti welfare office desk uff serv sett segr dir pers amm ammvo sueap provveditorato finanze paghe centralin* igiene urbana agricol*
musei refezione catasto toponomastic* statistic* prefettura carabinier* comunita montana progettist* collegh* caposettore
capoarea caposervizio vigile custode custodi cuoco cuoche autista autisti educator* educatric* insegnanti cantonier* necrofor* stagist* tirocinant* lsu";

/// Words of an office that are surnames too: after or before one given name they make a person.
const SURNAMES_TOO: &str = "consiglio capo cuoco stampa generali vari pari locali comando giunta messi vigili nido sindaco custode piano verde spesa comune museo";

/// Heads of names of institutions, which may bear a person's name.
const INSTITUTIONS: &str =
    "biblioteca museo scuola scuole asilo nido istituto fondazione associazione centro cooperativa coop ditta impresa azienda societa via archivio";

/// Small words inside the names of offices and between people.
const LINKS: &str = "e ed di del dello della dell dei degli delle da dal dalla al alla allo alle ai agli all a in nel nella con per su il lo la i gli le l tra fra o";

/// What a surname of several words begins with.
const PARTICLES: &str = "de di d del della dello dell dei degli delle da dal dalla dalle dall lo la li le san sant van von der el al ben bin abu mac mc o dos du la";

/// Given names that another often follows: Maria Grazia, Gian Carlo.
const COMPOUNDS: &str = "maria anna gian giovan pier rosa carla carlo angela angelo luigi giovanni";

/// Surnames that many bear and that one letter tells apart: two of them are two surnames, not one and a slip.
const SURNAMES: &str = "\
rossi rosi rossini rosini rosati rossetti rosetti russo russi ricci rizzi rizzo risso greco grecchi conti monti ponti colombo
colombi bianchi banchi bianchini banchini bianchetti marini martini mantini martino marino merini mariani marani moroni
maroni marroni morini morino mori moretti moratti morotti moretto maretti ferrari ferreri ferrero ferraro ferraris ferri fermi ferretti
barbieri barberi barbero barbera barberis fontana galli galla gallo gatti gotti gatto grassi grossi grasso grosso bassi
bossi bussi bosso basso basile costa costi testa tosta serra sarra pozzi pezzi pizzi pazzi pozzo negri neri nero negro bruni brini
brunetti bonetti benetti bonelli benelli borelli borrelli burelli carli corli caruso carrara ferrara parisi pagani pagano
pavani pavan marchi marchini marchesi marchetti macchetti mercanti martelli marcelli morelli marelli merelli bertini bartini
bettini bertoni bettoni bertoli bertolli bartoli bortoli bertolini bortolini bartolini riva rivi sala sola scala villa vella
valli volli vitale vitali gentile gentili palmieri palmeri palumbo palombo lombardi lombardo longhi lunghi longo lungo mancini
mencini mangini mazzini mazzoni mazzola mazza pellegrini santini santoni santoro sartori sartini santi sarti fabbri fabris
fusco fosco fiore fiori farina farini guerra gerra giordani giuliani gallini gaspari gasperi leoni longoni lucchini luchini
milani milano molinari montanari mantovani mattei maffei mauri nardi nardini mardini orlandi orsini pasini pesini pasotti
pastori pini pani perini perani peroni perotti parotti prandi brandi ruggeri ruggieri ruggiero romani rota rotta sacchi secchi
silvestri tosi tossi tosti trevisan trevisani valenti venturi zanetti zanotti zanella zanelli zanini zanoni corti curti cortesi
cattani cattini cattaneo fanti fonti landi lando lenzi lanzi locatelli lucatelli magni magri magnani mainardi mainardo maggi
moggi manzi menzi manzoni manzini masi musi mosca mesca nanni nenni oliveri olivieri paoli peoli pesci pasci piras pisani
pisano poli pelli porta porto pozzoli rinaldi ronaldi rivolta sarto tasso tassi testi tonelli tonetti tomasi tommasi turchi
torchi vezzoli vezzali visconti vismara vigano vigano zani zeni donati donatti dondi dandi fedeli fideli franchi franzi
martinelli marinelli martinetti marinetti bellini belloni bellani bertolani mazzoleni mazzolini mazzolani carboni corboni cerutti cerruti cavalli covalli castelli costelli casati cesati caselli cassani cossani carminati berti
betti botti batti bosi bossi boschi baschi beretta berretta belli balli balboni baldini baldoni bandini barile bedini benigni benini berardi bernardi bernini biagini biagioni
bordoni borroni briganti brigatti campagna campana caprara carini carlini casini castaldo cataldo corini corsini fancelli fanelli
ferrario gilardi girardi mangili marchioni masini mondini montini napoli natoli pansini perrone petrini petrone rocchi ronchi
roscini salvadori salvatori salvini savini simeone simone tinelli tirelli bini boni bonini bonomi bonomo bruschi broschi";

/// What a word is, as far as lists know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Known(u32);

impl Known {
    const MAN: u32 = 1;
    const WOMAN: u32 = 2;
    const STARRED: u32 = 4;
    const TITLE: u32 = 8;
    const OFFICE: u32 = 16;
    const SURNAME_TOO: u32 = 32;
    const INSTITUTION: u32 = 64;
    const LINK: u32 = 128;
    const PARTICLE: u32 = 256;
    const SURNAME: u32 = 512;
    const COMPOUND: u32 = 1024;
    const STEM: u32 = 2048;

    fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// A given name.
    pub fn is_given(self) -> bool {
        self.has(Self::MAN | Self::WOMAN)
    }

    /// A given name that is a surname too.
    pub fn may_be_surname(self) -> bool {
        self.has(Self::STARRED)
    }

    /// A man's given name, and no woman's.
    pub fn is_man(self) -> bool {
        self.has(Self::MAN) && !self.has(Self::WOMAN)
    }

    /// A woman's given name, and no man's.
    pub fn is_woman(self) -> bool {
        self.has(Self::WOMAN) && !self.has(Self::MAN)
    }

    pub fn is_title(self) -> bool {
        self.has(Self::TITLE)
    }

    pub fn is_office(self) -> bool {
        self.has(Self::OFFICE)
    }

    /// A word of offices that is a surname too.
    pub fn is_surname_too(self) -> bool {
        self.has(Self::SURNAME_TOO)
    }

    pub fn is_institution(self) -> bool {
        self.has(Self::INSTITUTION)
    }

    pub fn is_link(self) -> bool {
        self.has(Self::LINK)
    }

    pub fn is_particle(self) -> bool {
        self.has(Self::PARTICLE)
    }

    /// A given name that another often follows.
    pub fn is_compound(self) -> bool {
        self.has(Self::COMPOUND)
    }

    /// A surname that many bear, and close to another.
    pub fn is_common_surname(self) -> bool {
        self.has(Self::SURNAME)
    }
}

/// The words of all lists, made for looking up once; of the names of offices also the beginnings.
fn lists() -> &'static FxHashMap<Arc<str>, u32> {
    static LISTS: OnceLock<FxHashMap<Arc<str>, u32>> = OnceLock::new();
    LISTS.get_or_init(|| {
        let mut all: FxHashMap<Arc<str>, u32> = FxHashMap::default();
        let lists = [
            (MEN, Known::MAN),
            (WOMEN, Known::WOMAN),
            (TITLES, Known::TITLE),
            (OFFICES, Known::OFFICE),
            (SURNAMES_TOO, Known::SURNAME_TOO),
            (INSTITUTIONS, Known::INSTITUTION),
            (LINKS, Known::LINK),
            (PARTICLES, Known::PARTICLE),
            (COMPOUNDS, Known::COMPOUND),
            (SURNAMES, Known::SURNAME),
        ];
        for (list, bit) in lists {
            for word in list.split_ascii_whitespace() {
                let (word, bits) = match word.strip_suffix('*') {
                    Some(stem) if bit == Known::OFFICE => (stem, Known::STEM),
                    Some(name) => (name, bit | Known::STARRED),
                    None => (word, bit),
                };
                *all.entry(word.into()).or_default() |= bits;
            }
        }
        all
    })
}

/// What lists know of a word as a whole, folded: nothing of how words of offices begin.
pub(super) fn listed(word: &str) -> Known {
    Known(lists().get(word).copied().unwrap_or_default())
}

/// What lists know of a word: folded, its letters alone.
pub(super) fn known(word: &str) -> Known {
    // The longest word of the lists; and this keeps it linear.
    const LONGEST: usize = 16;
    let lists = lists();
    let Known(mut bits) = listed(word);
    if bits & !Known::STEM == 0 {
        let beginnings = word.char_indices().map(|(at, c)| &word[..at + c.len_utf8()]).take(LONGEST).skip(3);
        let is_stem = |stem| lists.get(stem).is_some_and(|bits| bits & Known::STEM != 0);
        bits |= if beginnings.into_iter().any(is_stem) { Known::OFFICE } else { 0 };
    }
    Known(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known() {
        assert!(known("uffici").is_office() && known("ufficio").is_office() && known("tecnica").is_office());
        assert!(known("elena").is_woman() && known("franco").may_be_surname() && !known("novarese").is_given());
        assert!(known("dottssa").is_title() && known("moretti").is_common_surname());
    }
}
