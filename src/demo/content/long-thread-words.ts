/**
 * The sentences that the long thread is put together from. A sentence that starts with `<` belongs before
 * the first day of the trial, one that starts with `>` after it. Words in braces are filled in.
 */
export type Side = 'for' | 'against';

export const topics: Record<string, Record<Side, { claims: string[]; facts: string[] }>> = {
  shops: {
    for: {
      claims: [
        'People buy things, cars do not',
        'Nobody ever bought a chop at twenty-five miles an hour',
        'The shops on the Row will do better when you can hear yourself ask for something',
      ],
      facts: [
        'I asked in {shop} and they were for it, quietly, and did not want that shouted about.',
        'There are nine places to stop on the whole of Chandler Row and six of them are taken by the people who work there.',
        '>I have been into {shop} {small} times this week, which is more than in the whole of August.',
      ],
    },
    against: {
      claims: [
        'You cannot carry a sack of chicken feed to the station car park',
        'A shop that loses one customer in ten does not lose a tenth, it loses the rent',
        'The small shops were given a leaflet and the big one on the ring road was given a roundabout',
      ],
      facts: [
        '{kin} works in {shop} and says that half the trade before nine is people pulling up for two minutes.',
        'Deliveries only until ten is all very well, but the fish does not come until eleven.',
        '>{shop} had {small} people in it at midday on {day}, and I was one of them, and I was sheltering.',
      ],
    },
  },
  school: {
    for: {
      claims: [
        'Three hundred and forty children walk down that pavement and it is a yard wide at the chemist’s',
        'A street with a school in it is not a short cut',
        'The question is whether a seven-year-old can cross without holding her breath',
      ],
      facts: [
        'Last {month} the lollipop man was clipped by a wing mirror, and not for the first time.',
        'I stood at the school gate on {weekday} and counted {dozens} cars with one person in each.',
        '>For the first time since he started there my boy asked to go by scooter, and I said yes without thinking.',
      ],
    },
    against: {
      claims: [
        'Shutting one end of the Row does not stop the school run, it moves it round the corner',
        'Half the parents at that school have to be in Pellbury by nine and no planter is going to change that',
        'If this was about children they would have mended the crossing, which they have not',
      ],
      facts: [
        'At {morning} the queue for the drop-off already reaches back to {street}.',
        '{kin} has three at two schools, and has worked out that it cannot now be done.',
        '>They are all parking on {street} instead, and the little ones get out on the road side.',
      ],
    },
  },
  ambulance: {
    for: {
      claims: [
        'Ambulances go straight through, it is in the order, and it is the first thing that anybody asked',
        'An ambulance stuck behind forty cars is stuck, and with no cars it is not',
        'The fire brigade has a key to the planters and was in the room when they were drawn',
      ],
      facts: [
        'The one that came for {kin} took {minutes} minutes to get down the Row, and that was because of the traffic.',
        'It is on the second page of the county’s own answers, under E for emergency.',
        '>I watched one go through on {day} and it did not so much as brake.',
      ],
    },
    against: {
      claims: [
        'It takes one driver from another county with an old map',
        'Nobody should have to explain a planter to a paramedic',
        'A camera knows an ambulance from a car but it does not know a man driving his wife to hospital',
      ],
      facts: [
        'We had one turn round in {street} last {month}, and that was before any of this.',
        '{kin} had to be carried to the corner once when the road was up, and remembers every yard of it.',
        '>On {day} one came up {street} the wrong way with its lights going, I suppose because it was quicker.',
      ],
    },
  },
  survey: {
    for: {
      claims: [
        'Six hundred and twelve people answered and more of them said yes than no',
        'There was a survey, there was an exhibition, and there was a man with a clipboard outside the library for a week',
        'You cannot throw the form away and then say that you were never asked',
      ],
      facts: [
        'The number of replies from Chandler Row itself was 88, and 61 of those were in favour.',
        'It is more answers than the last three consultations put together, and one of those was about Christmas.',
        'I handed out {dozens} of those forms at the station and people took them gladly, it was raining.',
      ],
    },
    against: {
      claims: [
        'Fifty-four per cent of six hundred is three hundred and thirty people, in a town of nineteen thousand',
        'The survey asked how we would like the street to *feel*',
        'I have nothing against being outvoted but I should like to have been sent the paper',
      ],
      facts: [
        'Question 4 was whether I would prefer “a calmer, greener street”, and there was no box for “than what?”.',
        'On our side of {street} not one house had a form, I have asked at {small} of them.',
        'You could fill it in as often as you liked, {kin} did it twice to see.',
      ],
    },
  },
  money: {
    for: {
      claims: [
        'The £186,000 can only be spent on this, and if we do not take it Pellbury will',
        'A hundred and eighty-six thousand is what one set of traffic lights costs',
        'It is a trial, which is what you do when you do not want to waste money',
      ],
      facts: [
        'The planters are second-hand, from Cold Harsey, and you can see the name on the back if you kneel.',
        'We spent more than that on the ring road signs, and nobody has read one since.',
        'Three people were hurt on the Row in five years, and the county’s own figure for one of those is £88,000.',
      ],
    },
    against: {
      claims: [
        'They have found £186,000 for six boxes of earth in the year that they cannot find a bus',
        'Every penny of it is ours, whichever pocket of the government it comes out of',
        'For that money you could mend every pavement from the station to the quay',
      ],
      facts: [
        'I make that £31,000 a planter, and I have seen the plants.',
        'The cameras alone are £42,000 and the fines are forecast to bring in £60,000, so you tell me what it is for.',
        'There is a hole outside {shop} that I reported in {month}, and it has a number now, and is still a hole.',
      ],
    },
  },
  detour: {
    for: {
      claims: [
        'It is seven tenths of a mile, which is less than I walk for the paper',
        'Some of that traffic will not go round, it will just not go',
        'The county’s model says four minutes, and models are usually wrong by minutes and not by hours',
      ],
      facts: [
        'I drove it both ways on {day} at {time} and the difference was {minutes} minutes, half of which was a tractor.',
        'When the gas board had the Row up for {weeks} weeks in 2021 everybody was late on the first day and nobody was by the second Friday.',
        '>By the end of the first week {street} was no worse than it had been in {month}.',
      ],
    },
    against: {
      claims: [
        'All you have done is pick the street up and put it down outside somebody else’s house',
        'Pound Street has people in it too, and lungs, and a nursery',
        'Seven thousand cars do not evaporate because somebody has planted a box hedge',
      ],
      facts: [
        'I timed it on {day} at {time}: {minutes} minutes, door to door, for what used to take three.',
        'There are two lorries a day that cannot make the turn out of Ferry Road, and we have the wall to prove it.',
        '>{street} at {morning} this morning was solid from end to end, with a hearse in the middle of it.',
      ],
    },
  },
  cycling: {
    for: {
      claims: [
        'It is not “for cyclists”, it is for anybody who has ever tried to cross it with a pushchair',
        'I am sixty-eight and I would ride to the shops if I thought I should get back',
        'Give people a safe way of doing it and they turn out to have had a bicycle in the shed all along',
      ],
      facts: [
        '{kin} stopped riding down there after being doored by a van outside {shop}.',
        'Every rack at the station was full on {day}, and it was raining sideways.',
        '>I counted {dozens} bikes on the Row between {morning} and the bell, and at least two had a cello.',
      ],
    },
    against: {
      claims: [
        'This town is one long hill with a wind at the top of it',
        'I have nothing against bicycles but you cannot bring a wardrobe home on one',
        'For every bicycle that goes down the Row there are a hundred people who will never own one',
      ],
      facts: [
        'I sat in the window of {shop} for an hour on {day} and saw {small}, one of them being pushed.',
        'They have their own path along the quay already, the one that goes into the bollard.',
        '>One came down the Row the wrong way on {day} with no lights and went round me as if I was the planter.',
      ],
    },
  },
  access: {
    for: {
      claims: [
        'Blue badges go through, carers go through, and so does the district nurse, it is all in the list',
        'The people who most need a quiet street are the ones who cannot run across a noisy one',
        'Every house on the Row can still be reached by car, only not from both ends',
      ],
      facts: [
        '{kin} uses a chair and says that the worst thing on the Row is the cars on the pavement.',
        'The permit came in {small} days and the form was one side of paper, I timed that as well.',
        '>I pushed {kin} down the middle of it on {day}, with the flowers out, at no pace at all.',
      ],
    },
    against: {
      claims: [
        'It is always somebody who can walk who decides how far it is',
        'A permit is a very fine thing if you have a printer, a scanner and a grandson',
        'Not everybody who cannot manage the distance has a badge to prove it',
      ],
      facts: [
        '{kin} is eighty-three and has been driven to {shop} every {day} since the hip.',
        'They say that carers are exempt, but they mean carers with a number, and I am only his wife.',
        '>The minicab put {kin} down at the planters on {day} and said that it was as far as the map went.',
      ],
    },
  },
  planters: {
    for: {
      claims: [
        'I like the planters, there, somebody had to say it',
        'It is a row of boxes, it can be gone in an afternoon with a forklift, and that is the point of it',
        'If the worst that can be said is that the boxes are ugly then we are winning',
      ],
      facts: [
        'Year 5 is going to look after the end one, and they have asked for beans.',
        '>Somebody has put a bench beside the third one and there are two old men on it already, where did they sit before?',
        'The bollards that were there in the seventies were far worse, ask anybody with a hip.',
      ],
    },
    against: {
      claims: [
        'They look like coffins for ponies',
        'Six boxes across a street that has been open since the Conquest, and not a soul will put a name to the idea',
        'Whoever chose the plants has never stood on the Row in a salt wind',
      ],
      facts: [
        '>One of them already has a mattress in it.',
        'I give the lavender until {month}, and I speak as somebody who gardens on that side.',
        '>The second from the left was moved a yard in the night, and nobody says who by, and nobody looks surprised.',
      ],
    },
  },
  process: {
    for: {
      claims: [
        'It is a trial, and a trial is how you find out',
        'Eighteen months, with a review in January, and if it does not work they take it out',
        'Every good thing in this town was going to ruin it, including the railway',
      ],
      facts: [
        'The order says that anybody may object in the first six months and every objection has to be answered in writing.',
        'They said the same of the market square in {year}, and now you would have to fight them to put the cars back.',
        'I was against the one in Cold Harsey until I had to spend an afternoon there.',
      ],
    },
    against: {
      claims: [
        'Nobody has ever seen a trial that ended in a no',
        'If it is a trial, then tell us today what number would make you take it out',
        'First comes the trial, then the review of the trial, then the ribbon',
      ],
      facts: [
        'The speed humps on {street} were a trial in {year}, and I went over them this morning.',
        'I wrote to the cabinet member in {month1} and had an answer in {month2}, thanking me for my interest.',
        'It was decided on a Tuesday at half past two by four people, and I have the minutes, and one of them was thanked for coming.',
      ],
    },
  },
};

/** Sentences of those who stand in between. */
export const middle: string[] = [
  'I was for it on the way down and against it on the way back',
  'Both of the last two cannot be right, and I have a feeling that both are',
  'I should like to see it tried in February, because anybody can shut a street in a fine October',
  'What the Row wants is a pavement, and neither side has offered one',
  'I live there, I drive, I walk, I have a child at the school, and I still do not know',
  'If they did the bus first I would carry the planters there myself',
  'My street was closed in {year} and I was furious until about the Thursday',
  'The honest answer is that it depends which end of {street} you live at',
  'One camera pointing the other way would have done half of this for a tenth of the money',
  'I only want somebody to count the cars before as well as after, properly, and not in half-term',
  'Try it from eight till nine and from three till four, and let the rest of us alone',
  'I can be talked round on this but not by being told that I am a bad person',
  'The county has picked the right street and the wrong month',
  'There is a good scheme in here somewhere, underneath the press release',
  'We argue about this every ten years, and every ten years there are more cars and fewer of us',
  'Ask me again when the clocks have gone back',
  'It would help if the people who drew it had been seen on it',
  'I have read the whole order, all 31 pages, and the only thing I am sure of is the font',
];

export const openings: string[] = [
  'I have lived on {street} for {years} years.',
  'Not one for commenting as a rule.',
  'Speaking as somebody who uses the Row every day:',
  'A view from {street}.',
  'I have been putting this off until I had calmed down.',
  'Long-time reader, first response.',
  'One thing that I have not seen anyone say.',
  'Had this out with {kin} over supper, so I may as well have it out here.',
  'I will keep it short.',
  'Back again, sorry.',
  'Let us be fair for a moment.',
  'I have no car and no axe to grind.',
  'Just walked home that way.',
  'I drive for a living, so discount this as you like.',
  'Right.',
  'From the other side of the bridge this all looks a bit different.',
  'Two penn’orth from a newcomer of {years} years’ standing.',
  'I went to the exhibition, all three boards of it.',
  'Writing this in the queue for {shop}.',
  'My last word on the subject until the next one.',
  'Nobody asked me, which has never stopped me.',
  'I was on the other side of this until {day}.',
];

export const asides: string[] = [
  'And yes, I did vote.',
  'The bakery will get its own planter, you watch.',
  'I have measured it, {kin} held the other end.',
  'My dog has views as well but he cannot spell Chandler.',
  'We managed in {year}.',
  'None of which is the fault of the man who drives the 14.',
  'You can see it from the window of {shop}, if they would clean it.',
  'I say that as a person with a garage.',
  'There used to be a horse trough there, and nobody complained about that.',
  'It is the same three councillors every time, and they all live up the hill.',
  'Somebody will tell me that this is in the appendix.',
  'I may be wrong about the number but not about the noise.',
  'It was ever thus, and I have the cuttings.',
  'The seagulls are in favour, for what it is worth.',
  'At {time} you can hear the church clock again, both of them.',
  'This is from somebody who has been flashed by every camera in the county.',
  'I notice that the car park at County Hall has no planters in it.',
  'There is a perfectly good sign that says so, behind a tree.',
  'My mother would have written to the bishop.',
  'I have photographs, in case anyone doubts it.',
  'The leaflet spelt Chandler with two Ls.',
  'In the rain it is another matter, and it does rain.',
  'They have known about it since {year}.',
  'It is not as if there was nowhere else to try.',
  'All of this could have been settled by one person standing there with a flask.',
  'I counted, then I counted again, since I am like that.',
];

export const closings: string[] = [
  'That is all.',
  'Thank you for reading.',
  'I will believe it in January.',
  'We shall see on the day of the review.',
  'Somebody tell me where I am wrong.',
  'Rant over, kettle on.',
  'Happy to be corrected.',
  'Anyway, that is how it looks from {street}.',
  'Is that really too much to ask?',
  'I shall be answering the consultation in green ink.',
  'Can we at least agree on that?',
  'And I shall say the same to the cabinet member if he ever comes.',
  'I expect to be told that I am in the minority.',
  'Let it run and then let us count.',
  'Take it out.',
  'Leave it in.',
  'I leave the arithmetic to others.',
  'There, I feel better.',
  'Make of that what you like.',
  'Back to the marking.',
  'Good night, all.',
  'See you at the meeting.',
];

/** Whole responses of one line. */
export const oneLiners: string[] = [
  '>I have now been overtaken on the Row by a man with a wheelbarrow.',
  'Has anyone asked the horse?',
  'Wrenmouth: twinned with itself, and not on speaking terms.',
  'Whatever is decided, I want it noted that I parked on {street} first.',
  'There is more traffic in this thread than there is on {street} at {time}.',
  '>Saw the cabinet member at the planters on {day}. He was looking at his watch, which is what we all do there.',
  'Meanwhile {shop} has put up its prices and nobody has said a word.',
  'I come here for the tide times.',
  '>The third planter has been given a hat.',
  'By my count {small} people have changed their minds so far, and two of those have changed back.',
  'Could those in favour please indicate, and could everyone else on {street} please indicate too, when turning.',
  'I read all this aloud to {kin}, who has gone to bed.',
  'The chemist’s cat has been sitting in the middle of the road since {day} and is the only one of us who has got what it wanted.',
  'In {year} we had this same row about the cattle.',
  'I see that we are all traffic engineers on {day}.',
  '>First fine of the trial went to the hearse. You may ask {kin}.',
  'It took me {minutes} minutes to read this thread, which is {small} times round by {street}.',
  'I moved here from {elsewhere} for the peace and quiet.',
  'My satnav has started to sigh at {street}.',
  'Will nobody speak for the pigeons of {street}?',
];

export const agreeing: string[] = [
  'Agree with {name}.',
  'What {name} said.',
  'Quite so.',
  'Yes, and I would go further.',
  'Thank you, I thought that I was the only one.',
  '{name} has put it better than I could.',
  'Seconded.',
  'This, exactly this.',
  'I was going to say the same, and can add one thing.',
  'Spot on, apart from the bit about me.',
  'I do not often agree with {name}, but there it is.',
  'Hear, hear.',
];

export const disagreeing: string[] = [
  'With respect, no.',
  'I do not think that follows.',
  'That is not what I see from my window.',
  'You are missing the point, {name}.',
  'Come and stand outside my house and say that.',
  'I have heard that from a great many people who live on the hill.',
  'Not so.',
  'Half right, {name}.',
  'I am sure that you mean it kindly.',
  'If only.',
  'I had that argument with {kin}, and lost it, and still think I was right.',
  'That was true in {year}.',
  'Says who?',
  'Oh, come off it.',
];

/** Ways of quoting somebody who is being disputed; `{quote}` has its marks. */
export const quotingAgainst: string[] = [
  '{quote}, says {name}. Really?',
  '{quote} is the sort of thing that sounds well in the Packet.',
  'You write {quote} as if that settled it.',
  'I had to read {quote} twice.',
  '{quote}? Not on my side of the street.',
  '{name} tells us {quote}, and leaves out the rest.',
  'I would take {quote} more seriously if I had not been there this morning.',
  'Let me take {quote} in good faith.',
];

export const quotingFor: string[] = [
  '{quote}: I could not have put it better.',
  '{quote} ought to be painted on the planters.',
  'I have copied out {quote} and stuck it on the fridge.',
  '{quote}, as {name} says, and nobody has answered it.',
  'The whole thing is in those words of {name}’s: {quote}.',
  'Whoever skips the rest of this thread should read {quote}.',
];

/** Ways of pointing at somebody by number, by ordinal or by name. */
export const pointing: string[] = [
  'See comment {number}, which nobody has answered.',
  'As @{name} says further up, this goes back years.',
  'The first response had it, and we could have stopped there.',
  'I refer everyone to response {number}.',
  'Between comment {number} and this one not a single fact has been added, and I include mine.',
  '@{name} asked a fair question and got a joke.',
  'I agree with {name} and with hardly anybody else.',
  'It was all said in the first response.',
  'Number {number} made me laugh, and I am on the other side.',
  'Still waiting for an answer to {number}.',
];

export const fillings: Record<string, string[]> = {
  street: [
    'Pound Street',
    'Ferry Road',
    'Ropewalk',
    'Sluice Lane',
    'Guildhall Square',
    'Tallow Steps',
    'Station Road',
    'St Bride’s Close',
    'Cooper’s Rise',
    'Saltings Road',
  ],
  shop: [
    'Pask’s',
    'the bakery',
    'the wool shop',
    'the key cutter’s',
    'the chemist’s',
    'the hardware shop',
    'the bookshop',
    'the cobbler’s',
    'the corner café',
    'the greengrocer’s',
    'the barber’s',
  ],
  kin: [
    'my mother',
    'my neighbour',
    'my husband',
    'my wife',
    'my sister',
    'a friend of mine',
    'my eldest',
    'the man next door',
    'my brother-in-law',
    'my gran',
    'my landlady',
    'my son',
    'my aunt',
    'the lady opposite',
  ],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  month: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  month1: ['January', 'February', 'March', 'April', 'May'],
  month2: ['June', 'July', 'August', 'September'],
  time: [
    'ten past eight',
    'half past eight',
    'a quarter to nine',
    'twenty to four',
    'half past three',
    'five to nine',
    'a quarter past five',
    'ten to six',
    'eight sharp',
  ],
  morning: [
    'ten to eight',
    'five past eight',
    'ten past eight',
    'a quarter past eight',
    'twenty past eight',
    'half past eight',
    'twenty to nine',
  ],
  minutes: [
    'six',
    'seven',
    'eight',
    'nine',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'seventeen',
    'nineteen',
    'twenty-two',
  ],
  small: ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  dozens: [
    'thirty-one',
    'forty',
    'forty-four',
    'fifty-two',
    'fifty-eight',
    'sixty',
    'sixty-seven',
    'seventy-three',
    'eighty-odd',
    'ninety-one',
    '104',
    '118',
  ],
  weeks: ['three', 'five', 'six', 'seven'],
  years: [
    'three',
    'six',
    'nine',
    'eleven',
    'fourteen',
    'seventeen',
    'twenty',
    'twenty-two',
    'twenty-eight',
    'thirty-one',
    'thirty-six',
    'forty',
    'fifty-two',
  ],
  year: ['1974', '1981', '1986', '1989', '1993', '1997', '2002', '2005', '2009', '2013', '2016'],
  elsewhere: ['Pellbury', 'London', 'Cold Harsey', 'a ring road', 'the country'],
};

/** Names that stand for themselves; the rest are made of a place and a kind of person. */
export const pseudonyms: string[] = [
  'Quay Resident',
  'Half-Tide',
  'Retired Pilot',
  'Pedant in Residence',
  'Third Bollard',
  'Ex-Clerk',
  'Mudlark',
  'Gannet',
  'Nan of Chandler Row',
  'Tern Left',
  'Siân o’r Aber',
  'نور على الرصيف',
  'Łucja z Nabrzeża',
  'Number 14',
  'Marl Cross Mum',
  'Sgt Whelk',
  'Ratepayer of Pound Street',
  'Sceptic, Sluice Lane',
  'Sums Not Adding',
  'Eastgate Lad',
  'Cold Feet',
  'Lollipop',
  'Two Wheels Good',
  'White Van Ann',
  'Flat Above the Bakery',
  'Not From Here',
  'Box Hedge',
  'Kerb Appeal',
  'Contraflow',
  'The Other Neville',
  'Pushchair',
  'Diesel and Proud',
  'Doorstep',
  'Mr Pask’s Saturday Boy',
  'J. Harbottle',
  'Wing Mirror',
  'Pavement Pounder',
  'Loading Bay',
  'Double Yellow',
  'Marzena',
  'Owain ap Huw',
  'Grete from the Ferry',
  'Amber Gambler',
  'Old Toll House',
  'Tailback',
  'Zebra',
  'Cul-de-Sac',
  'Hi-Vis',
  'Nearside',
  'Estuary Girl',
];
export const places: string[] = [
  'Pound Street',
  'Ferry Road',
  'Ropewalk',
  'Eastgate',
  'Saltings',
  'Cooper’s Rise',
  'Station Road',
  'Tallow Steps',
  'Gannet Point',
  'Sluice Lane',
];
export const people: string[] = [
  'Walker',
  'Driver',
  'Dad',
  'Gran',
  'Tenant',
  'Trader',
  'Cyclist',
  'Lodger',
  'Teacher',
  'Nightworker',
];

/** Names that would look odd with the other opinion. */
export const settled: Record<string, Side | 'between'> = {
  'Quay Resident': 'between',
  'Half-Tide': 'between',
  'Ex-Clerk': 'between',
  Gannet: 'against',
  'Tern Left': 'for',
  'Nan of Chandler Row': 'for',
  'Ratepayer of Pound Street': 'against',
  'Sceptic, Sluice Lane': 'against',
  'Marl Cross Mum': 'for',
  'Two Wheels Good': 'for',
  Pushchair: 'for',
  'Box Hedge': 'for',
  Lollipop: 'for',
  'White Van Ann': 'against',
  'Diesel and Proud': 'against',
  'Mr Pask’s Saturday Boy': 'against',
  'Loading Bay': 'against',
  Tailback: 'against',
};
