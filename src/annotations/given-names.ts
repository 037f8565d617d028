/**
 * Given names that are common where English, Welsh, Irish and their neighbours' languages are written: by one of them
 * alone a reader may call somebody who signed with more. Small letters.
 */
const names = `
aaron abby abigail abdul adam adele adrian agata agnes ahmed aidan aileen aisha aisling alan alastair albert aleksander alex
alexander alexandra alexis alf alfie alfred ali alice alison alistair amanda amelia amina amir amy ana andrea andreas
andrew andy aneurin angela angharad angus anita anja ann anna anne annette annie anthea anthony antoine anton antonia antonio
anwen arthur arwel asha astrid audrey aziz barbara barbra barney barry beatrice becca becky belinda ben benedict
benjamin bernard bernadette bernie bert beryl beth bethan betty beverley bob bobby brenda brendan brian bridget
brigitte bronwen bruce bryan bryn camille callum cameron carl carla carlos carmen carol caroline carolyn carys
catherine cathy catrin cecil cecilia ceri chantal charles charlie charlotte chloe chris christina christine christopher
ciara cindy claire clare clara claude claudia clive colette colin colm connie connor conor craig cyril dafydd daniel danny
daphne darren dave david davy debbie deborah deirdre delyth den denis denise dennis derek derrick dewi diana diane
dieter dilys dinah dominic don donald donna doreen doris dorothy doug douglas duncan dylan eddie edgar edith
edna edward edwin eileen eilidh eirlys elaine eleanor elena elin elisabeth eliza elizabeth ella ellen ellie elsa elsie elspeth
elwyn emily emlyn emma emrys enid enrique eric erica erik erin ernest esme esther ethan ethel eugene eunice euan eva
evan evelyn ewan fatima felicity felix fergus fernando finlay fiona florence florrie flora florian francesca francine
franziska fred freda freddie frederick frieda gabriel gareth gary gavin gav gemma geoff geoffrey george georgia georgina
gerald geraldine gerard gerry gethin gilbert giles gill gillian gina giovanni gladys glenda glenys glyn gordon graeme
graham greg gregory greta gudrun guillaume gustav gwen gwenda gwilym gwyn gwyneth hamish hanna hannah hans harold harriet
harry harvey hassan hayley hector heidi heinz helen helena helga henri henry herbert hermione hilary hilda horace howard
howell hubert hugh hugo huw hywel iain ian ibrahim idris ieuan ifan imogen imran ines inga ingrid iolo iona irene iris
isaac isabel isabella isla ivan ivor iwan jackie jacob jacqueline jacques jake jamal james jamie jan jane janet janice janine
jason jasmine javier jean jeff jeffrey jemima jennifer jenny jeremy jerome jerry jess jesse jessica jill jim jimmy
jo joan joanna joanne joe joel johan johanna johannes john johnny jon jonas jonathan jordan jorge jose josef joseph
josephine josh joshua joyce juan judith judy jules julia julian julie juliet justin jürgen kamal karen karin karl kasia
kate katherine kathleen kathryn kathy katie katrin katrina katya kay keith kelly ken kenneth kerry kev kevin kieran
kim kirsten kirsty klaus krystyna kurt kyle lars laura lauren laurence laurie lawrence leah leanne len lena leo leon
leonard leslie lesley lewis lexi liam liesl lilian linda lindsay lionel lisa liz lizzie llinos lloyd logan lola lorna
lorraine lottie lou louis louisa louise lowri luc lucas lucia lucy luis luke lydia lynda lynn lynne mabel mackenzie maddy
madeleine maggie magnus mairi malcolm mandy manfred manuel marcel marcia marco marcus maureen margaret margery margot maria
marian marianne marie marilyn mario marion marius marjorie marlene marta martha martin martina martyn mary mateusz
mathilde matilda matt matthew maud mavis maxine megan meg meinir mel melanie melissa mererid merfyn mervyn michael
michel michelle mick miguel mike mildred millie milo miriam mo moira molly mona monica morag morgan morwenna moses muhammad
mohammed muriel murray myfanwy myra myrtle nadia nan nancy naomi natalie natasha neil nell nellie nerys nesta neville
nia niall nicholas nicola nicole nigel nikki nina noel nora norma norman norris nuala olga oliver olivia olwen omar oscar
oswald owain owen pablo paddy pam pamela patricia patrick patsy paul paula pauline pedro peggy penelope percy peter
petra phil philip philippa phillip phoebe phyllis pierre piers piotr polly priya rachel raj rajesh ralph raymond
rebecca reg reggie reginald renate rhian rhiannon rhodri rhona rhys ria ricardo richard rita roberta robert roberto roderick
rodney roger roland rolf ron ronald ronnie rory rosa rosalind rosemary rosie ross rowena roy rupert russell ruth ryan
sally salma sam samantha samuel sandra sara sarah saskia sean sebastian selina selwyn seren shane sharon sheila shirley sian siân
sid sidney siegfried sigrid silvia simon simone sinead siobhan sioned sofia sonia sophia sophie stacey stan stanley stefan
stella stephanie stephen steve steven stewart stuart susan susanna susanne susie suzanne sven sybil sylvia tamsin tanya tariq
ted teddy terence teresa terry tess tessa thea thelma theo theresa thomas tilda tim timothy tina tobias toby todd tom
tomasz tommy tomos toni tony tracey tracy trevor trish trixie trudi trudy ulrich ulrike una ursula uwe valerie vanessa vera
vernon veronica vic vicky victoria vikram vince vincent viola viv vivian vivien walter wanda wayne wendy werner wilf
wilfred wilhelm wilma william winifred winnie winston wojtek wolfgang yasmin yolanda yvette yvonne zach zara zoe
mark will grace rose bill rob sue pat jack frank dawn april june joy faith hope art dean heather robin daisy lily ivy ray penny
sandy guy miles gene max ruby pearl hazel olive violet holly poppy cliff glen dale basil nick dot
`;

const given = new Set(names.split(/\s+/).filter(Boolean));

/** True for a common given name. */
export function isGivenName(word: string): boolean {
  return given.has(word.normalize('NFC').toLowerCase());
}
