"""English misspellings so common that lists of words made from the web hold them: wrong form > right form.

General knowledge of the language; only forms that are no other word, in British or in American English.
"""

from __future__ import annotations

from review.checks.reading.words import listed

MISSPELLINGS: dict[str, str] = dict(
    pair.split(">")
    for pair in listed("""
abscence>absence absense>absence accomodate>accommodate accomodation>accommodation accross>across acheive>achieve
acheived>achieved acheivement>achievement acknowlege>acknowledge acording>according acually>actually
additonal>additional adress>address adressed>addressed agression>aggression agressive>aggressive allmost>almost
anual>annual apparant>apparent apparantly>apparently appearence>appearance aproach>approach
aproximately>approximately aquire>acquire aquired>acquired arguement>argument artical>article
assasination>assassination assistence>assistance attendence>attendance auxillary>auxiliary availible>available
avaliable>available basicly>basically beacuse>because beautifull>beautiful becomming>becoming becuase>because
befor>before begining>beginning beleive>believe beleived>believed benificial>beneficial buisness>business
catagory>category cemetary>cemetery challange>challenge charactor>character cheif>chief collegue>colleague
collegues>colleagues comittee>committee comming>coming commited>committed commitee>committee comparision>comparison
completly>completely concensus>consensus concious>conscious consistant>consistent continous>continuous
convienient>convenient coutry>country critisism>criticism curiousity>curiosity decison>decision
definately>definitely definitly>definitely desparate>desperate developement>development diferent>different
diffrent>different dilema>dilemma disapear>disappear disapeared>disappeared disapoint>disappoint
disasterous>disastrous discribe>describe discusion>discussion ecstacy>ecstasy effecient>efficient embarass>embarrass
embarassed>embarrassed embarassing>embarrassing enought>enough enviroment>environment enviromental>environmental
equiptment>equipment especialy>especially excercise>exercise exellent>excellent existance>existence
experiance>experience explaination>explanation familar>familiar finaly>finally foriegn>foreign
forseeable>foreseeable fourty>forty freind>friend freinds>friends funtion>function futher>further garantee>guarantee
gaurantee>guarantee gaurd>guard generaly>generally goverment>government governement>government grammer>grammar
gratefull>grateful greatful>grateful happend>happened harrass>harass harrassment>harassment heirarchy>hierarchy
humerous>humorous hygene>hygiene immediatly>immediately importent>important improvment>improvement
incidently>incidentally independance>independence independant>independent indispensible>indispensable
infomation>information inteligence>intelligence interupt>interrupt interupted>interrupted intrest>interest
intresting>interesting irresistable>irresistible knowlege>knowledge langauge>language lenght>length liason>liaison
libary>library maintainance>maintenance maintenence>maintenance managment>management mantain>maintain milion>million
millenium>millennium minature>miniature mischievious>mischievous neccesary>necessary neccessary>necessary
necesary>necessary neice>niece noticable>noticeable occasionaly>occasionally occassion>occasion
occassionally>occasionally occurance>occurrence occured>occurred occurence>occurrence occuring>occurring
offical>official oportunity>opportunity oppertunity>opportunity oppurtunity>opportunity orginal>original
paralel>parallel parliment>parliament particularily>particularly passtime>pastime peice>piece peopel>people
percieve>perceive percieved>perceived performence>performance permanant>permanent perseverence>perseverance
persistant>persistent plese>please posession>possession posessions>possessions posible>possible possesion>possession
preceeding>preceding prefered>preferred prefering>preferring privelege>privilege priviledge>privilege
probaly>probably probelm>problem proccess>process proffesional>professional progam>program prominant>prominent
pronounciation>pronunciation realy>really reccomend>recommend reccommend>recommend reciept>receipt recieve>receive
recieved>received recieves>receives recieving>receiving recomend>recommend reconize>recognize referance>reference
refered>referred refering>referring relevent>relevant religous>religious remeber>remember rememberance>remembrance
repitition>repetition requirment>requirement reserach>research resistence>resistance responce>response
responsability>responsibility responsable>responsible restaraunt>restaurant resturant>restaurant rythm>rhythm
rythym>rhythm safty>safety seperate>separate seperated>separated seperately>separately seperation>separation
shedule>schedule sieze>seize signifcant>significant similiar>similar sincerly>sincerely situtation>situation
sould>should speach>speech stategy>strategy statment>statement strenght>strength strenghten>strengthen
succesful>successful succesfully>successfully successfull>successful sucess>success sucessful>successful
suprise>surprise suprised>surprised suprising>surprising sytem>system teh>the temperture>temperature
tendancy>tendency thier>their thoughout>throughout threshhold>threshold togehter>together tommorow>tomorrow
tommorrow>tomorrow tounge>tongue tradional>traditional transfered>transferred transfering>transferring truely>truly
unfortunatly>unfortunately univeristy>university untill>until usally>usually usefull>useful vaccum>vacuum
valueable>valuable visable>visible whcih>which whith>with wich>which wierd>weird withold>withhold wolrd>world
writting>writing yeild>yield
""")
)
