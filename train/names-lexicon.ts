import {hashText, known, type Lexicon} from "../src/mentions/names/features.ts"
import {openCities} from "../src/mentions/places/cities.ts"
import type {Resources} from "../src/resources.ts"

/// The words that the tagger of names is told about beside its corpora: towns and countries of data/places, and the first
/// names, surnames, titles and words of bodies below. Source: our own general knowledge, and GeoNames for the towns.
export function knownWords(resources: Resources): Lexicon {
  const lexicon = new Map<number, number>()
  const add = (word: string, bit: number): void => {
    const lower = word.toLowerCase().replace(/\d/g, "0")
    if (lower.length < 2) return
    const hash = hashText(lower)
    lexicon.set(hash, (lexicon.get(hash) ?? 0) | bit)
  }
  const plain = (name: string): string => name.normalize("NFD").replace(/[\p{M}’‘]/gu, "")
  const place = (name: string, bit: number): void => {
    const words = plain(name)
      .split(/[\s/-]+/)
      .filter(Boolean)
    if (words.length === 1) add(words[0]!, bit)
    else for (const word of words) if (/^\p{Lu}/u.test(word)) add(word, known.placePart)
  }
  const cities = openCities(resources.weights("places").bytes)
  for (let i = 0; i < cities.size; i++) {
    const city = cities.at(i)
    if (city.population < 15000 && city.seat < 2) continue
    place(city.name, city.population >= 150000 || city.seat >= 2 ? known.bigPlace : known.place)
  }
  for (const {name, also} of resources.rows("places/aliases.tsv"))
    for (const n of [name!, ...(also?.split(";") ?? [])]) place(n, known.bigPlace)
  for (const {name, also} of resources.rows("places/towns.tsv"))
    for (const n of [name!, ...(also?.split(";") ?? [])]) place(n, known.place)
  for (const {name, also} of resources.rows("places/regions.tsv"))
    for (const n of [name!, ...(also?.split(";") ?? [])]) place(n, known.bigPlace)
  for (const {name, also} of resources.rows("places/lands.tsv"))
    for (const n of [name!, ...(also?.split(";") ?? [])]) place(n, known.bigPlace)
  for (const {name, also} of resources.rows("places/countries.tsv"))
    for (const n of [name!, ...(also?.split(";") ?? [])]) place(n, known.country)
  for (const {words} of resources.rows("places/peoples.tsv")) for (const word of words?.split(";") ?? []) add(word, known.people)
  for (const name of firstNames) add(name, known.firstName)
  for (const name of surnames) add(name, known.surname)
  for (const title of titles) add(title, known.title)
  for (const word of bodies) add(word, known.body)
  for (const name of groups) add(name, known.group)
  return lexicon
}

const list = (text: string): string[] => text.trim().split(/\s+/)

const firstNames = list(`
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul
Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry
Justin Scott Brandon Benjamin Samuel Gregory Alexander Frank Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry
Douglas Zachary Peter Kyle Ethan Walter Noah Jeremy Christian Keith Roger Terry Austin Sean Gerald Carl Harold Dylan Arthur Lawrence
Jordan Jesse Bryan Billy Bruce Gabriel Joe Logan Alan Juan Albert Willie Elijah Wayne Randy Vincent Mason Roy Ralph Bobby Russell
Bradley Philip Eugene Howard Fred Stanley Leonard Martin Ernest Victor Louis Harry Leo Clarence Oscar Theodore Max Hugh Ian Neil
Graham Simon Nigel Colin Trevor Derek Stuart Alastair Gordon Malcolm Duncan Ken Bob Bill Tom Jim Mike Dave Steve Chris Dan Matt Tony
Don Rick Jeff Tim Ron Ed Jake Nick Greg Pete Andy Ben Sam Alex Ray Doug Phil Charlie Johnny Jimmy Danny Eddie Ted Chuck Barack Mitt
Newt Rudy Dick Karl Colin Condoleezza Hillary Nancy Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa
Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia
Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine
Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea Cheryl Hannah
Jacqueline Martha Gloria Teresa Ann Anne Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Grace Denise Amber
Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis Lori Jane Kate Sue Liz Meg Beth
Tina Wendy Tracy Stacy Kristen Claire Fiona Nicola Theresa Angela Ursula Annegret Jacinda Sanna Mette Erna Marine Segolene Christine
Jean Pierre Jacques Francois Michel Philippe Nicolas Alain Bernard Louis Henri Emmanuel Dominique Laurent Olivier Marc Claude Andre
Yves Gerard Guy Didier Hans Klaus Jurgen Wolfgang Helmut Gerhard Horst Karl Heinz Otto Fritz Friedrich Wilhelm Joachim Joschka Olaf
Markus Stefan Andreas Matthias Uwe Jorg Dieter Frank-Walter Giovanni Giuseppe Antonio Mario Luigi Francesco Paolo Marco Silvio Romano
Matteo Enrico Sergio Giorgio Roberto Carlo Carlos Luis Jose Miguel Fernando Manuel Javier Francisco Rafael Alberto Jorge Pedro Juan
Diego Alejandro Ricardo Eduardo Hugo Nicolas Evo Felipe Enrique Vicente Andres Pablo Alvaro Ivan Gustavo Raul Fidel Ernesto Dilma
Luiz Jair Michel Cristina Rafael Lenin Mauricio Daniel Joao Paulo Vladimir Dmitry Dmitri Sergei Sergey Alexei Aleksei Boris Mikhail
Yevgeny Nikolai Viktor Yuri Igor Oleg Andrei Anatoly Leonid Alexander Aleksandr Ramzan Anton Maxim Valery Gennady Konstantin Pavel
Volodymyr Petro Viktor Yulia Arseniy Oleksandr Mykola Leonid Mykhailo Andriy Serhiy Oleksiy Valeriy Lech Jaroslaw Andrzej Donald
Mateusz Vaclav Milos Andrej Viktor Gyorgy Slobodan Zoran Boris Vojislav Radovan Ratko Milorad Aleksandar Ivo Franjo Hashim Ibrahim
Recep Tayyip Abdullah Ahmet Mehmet Mustafa Kemal Bulent Binali Mevlut Hulusi Selahattin Devlet Mohammed Mohammad Muhammad Mohamed
Ahmed Ahmad Ali Hassan Hussein Hasan Husain Omar Umar Osama Usama Abdul Abdel Abdulaziz Abdulrahman Khalid Khaled Faisal Fahd Salman
Saddam Uday Qusay Nouri Haider Iyad Ayad Jalal Masoud Massoud Barham Moqtada Muqtada Bashar Hafez Walid Rafik Saad Michel Samir
Nabih Fouad Ismail Yasser Mahmoud Khalil Marwan Hanan Saeb Salam Benjamin Bibi Ariel Ehud Shimon Yitzhak Yitzchak Avigdor Naftali
Yair Benny Tzipi Moshe Moammar Muammar Saif Khalifa Abdelaziz Hosni Anwar Gamal Sami Amr Mohsen Ayman Zine Beji Rached Bouteflika
Mahmoud Hashemi Akbar Ayatollah Ruhollah Javad Hamid Hamed Ashraf Abdulrashid Gulbuddin Mullah Hakimullah Baitullah Pervez Nawaz
Shahbaz Asif Benazir Bilawal Imran Yousaf Raza Iftikhar Shaukat Zulfikar Manmohan Narendra Sonia Rahul Rajiv Indira Atal Amit Arvind
Pranab Pratibha Sheikh Hasina Khaleda Mahinda Ranil Maithripala Gotabaya Pushpa Aung Suu Min Thein Than Hun Thaksin Yingluck Prayuth
Prayut Abhisit Lee Najib Mahathir Anwar Joko Susilo Megawati Rodrigo Benigno Gloria Corazon Ferdinand Leni Kim Park Moon Ban Roh Yoon
Hu Xi Wen Li Jiang Deng Zhou Wang Zhang Liu Chen Yang Huang Zhao Wu Xu Sun Ma Zhu Lin Guo He Bo Shinzo Junichiro Taro Yukio Naoto
Yoshihiko Fumio Yoshihide Hiroshi Kenji Takashi Akira Ichiro Nelson Thabo Jacob Cyril Desmond Robert Morgan Emmerson Joseph Laurent
Paul Yoweri Mwai Raila Uhuru William Daniel Jomo Julius Jakaya John Meles Hailemariam Abiy Isaias Omar Hassan Salva Riek Goodluck
Muhammadu Olusegun Umaru Sani Atiku Abubakar Bola Yakubu Ellen Charles Foday Laurent Alassane Henri Blaise Idriss Paul Ali Teodoro
Kofi Boutros Antonio Ban Amina Aisha Fatima Zahra Khadija Mariam Leila Layla Noor Nadia Samira Yasmin Rania Asma Hiba Farah Sana
Priya Anita Sunita Deepak Sanjay Vijay Ravi Raj Anil Sunil Ashok Suresh Ramesh Rakesh Ajay Arun Vikram Mei Ling Yan Ying Hong Wei
Jun Feng Ming Xiao Hua Lei Tao Hiroko Yuko Keiko Naomi Olga Natalia Tatiana Svetlana Irina Elena Ekaterina Ksenia Anastasia Oksana
Lyudmila Marina Galina Larisa Bjorn Lars Sven Erik Anders Jens Ole Nils Carl Gustav Kjell Stieg Olof Goran Pekka Matti Juha Mika
Ingrid Astrid Birgit Helga Heidi Gudrun Petra Sabine Monika Renate Dirk Joost Willem Jan Mark Geert Pim Wim Ruud Herman Guy Elio
Aidan Liam Connor Declan Brendan Niall Gerry Bertie Enda Micheal Leo Siobhan Sinead Nuala Alun Rhys Gareth Owen Dafydd Nicola Alex
Lionel Cristiano Zinedine Didier Samuel Yaya Tiger Serena Venus Roger Novak Usain Michael Lance Kobe LeBron Shaquille Elvis Madonna
`)

const surnames = list(`
Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore
Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen
Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards
Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox
Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross
Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Vasquez Simmons Graham Reynolds
Bush Clinton Obama Trump Biden Cheney Rumsfeld Powell Rice Kerry Gore McCain Romney Pelosi Reid Ashcroft Gonzales Wolfowitz Rove Libby
Blair Brown Cameron May Johnson Thatcher Major Corbyn Starmer Sunak Truss Chirac Sarkozy Hollande Macron Villepin Merkel Schroeder
Schröder Kohl Scholz Berlusconi Prodi Renzi Conte Draghi Meloni Zapatero Aznar Rajoy Putin Medvedev Yeltsin Gorbachev Lavrov Shoigu
Zelensky Zelenskyy Poroshenko Yanukovych Yushchenko Tymoshenko Lukashenko Saakashvili Aliyev Sarkisian Pashinyan Erdogan Gul Davutoglu
Assad Mubarak Morsi Sisi Gaddafi Kadhafi Qaddafi Saleh Hadi Khamenei Khomeini Ahmadinejad Rouhani Raisi Zarif Khatami Rafsanjani
Maliki Abadi Allawi Sadr Sistani Talabani Barzani Karzai Ghani Musharraf Sharif Bhutto Zardari Khan Singh Gandhi Modi Vajpayee
Netanyahu Sharon Olmert Barak Peres Rabin Livni Lieberman Arafat Abbas Haniyeh Meshaal Nasrallah Hariri Laden Zawahiri Zarqawi
Baghdadi Mugabe Mandela Mbeki Zuma Ramaphosa Kagame Museveni Kenyatta Odinga Bashir Annan Ban Guterres Chavez Maduro Castro Morales
Lula Rousseff Bolsonaro Uribe Santos Calderon Fox Correa Kirchner Abe Koizumi Aso Hatoyama Kishida Xi Hu Jiang Deng Mao Suu Kyi
Thaksin Duterte Aquino Arroyo Marcos Yudhoyono Widodo Mahathir Najib Howard Rudd Gillard Abbott Turnbull Morrison Albanese Ardern
Ivanov Petrov Sidorov Kuznetsov Popov Sokolov Novak Kowalski Nowak Horvat Jovanovic Petrovic Muller Schmidt Schneider Fischer Weber
Meyer Wagner Becker Schulz Hoffmann Rossi Russo Ferrari Bianchi Romano Dubois Durand Leroy Moreau Laurent Simon Bernard Jansen Bakker
Visser Hansen Olsen Larsen Nielsen Jensen Pedersen Andersson Johansson Karlsson Nilsson Virtanen Korhonen OBrien McCarthy McDonald
Einstein Darwin Freud Marx Lenin Stalin Hitler Churchill Roosevelt Kennedy Nixon Reagan Carter Lincoln Washington Jefferson Napoleon
Shakespeare Mozart Beethoven Picasso Jobs Gates Zuckerberg Bezos Musk Buffett Murdoch Soros Skilling Lay Fastow Enron
`)

const titles = list(`
Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor President Minister Secretary Senator Sen Sen. Rep Rep. Congressman
Congresswoman Governor Gov Gov. Mayor General Gen Gen. Colonel Col Col. Major Maj Maj. Captain Capt Capt. Lieutenant Lt Lt. Sergeant
Sgt Sgt. Admiral Judge Justice Chief Director Chairman Chairwoman Spokesman Spokeswoman Ambassador Chancellor Premier King Queen Prince
Princess Pope Bishop Archbishop Cardinal Father Reverend Rev Rev. Rabbi Imam Sheikh Sheik Shaykh Shaikh Ayatollah Mullah Maulana Sir
Lord Lady Dame Emir Sultan Sayyid Hajji Alhaji Chief Comrade Coach Attorney Inspector Commissioner Commander Marshal Officer Agent
Detective Uncle Aunt
`)

const bodies = list(`
Inc Inc. Corp Corp. Co Co. Ltd Ltd. LLC PLC plc AG SA GmbH NV Company Corporation Group Holdings Partners Associates Bank Fund Trust
University College Institute School Academy Hospital Clinic Center Centre Foundation Council Committee Commission Agency Authority
Administration Department Dept Ministry Bureau Office Organization Organisation Association Society Union Federation League Alliance
Front Party Movement Army Force Forces Brigade Brigades Battalion Division Corps Navy Guard Guards Police Command Court Parliament
Congress Senate House Assembly Knesset Duma Majlis Cabinet Board Team Club FC Services Service Systems Solutions Technologies Industries International Energy Oil Gas Airlines Airways
Airline Restaurant Hotel Museum Church Ministry Network Television TV Radio Press Publishing Capital Insurance Securities Project Orchestra Symphony Marines Marine Books Motorsports Discount Motors Motor
Review Daily Weekly Magazine Diaries Opposition Conservation Scholars Clerics Engineers Workers Teachers Writers Broadcasting Consulting
Consultants Holdings Software Labs Laboratories Laboratory Pharmaceuticals Stores Store Shop Pizza Grill Cafe Deli Salon Spa Gym Mall
`)

const groups = list(`
NATO EU UN UNHCR UNICEF WHO IAEA IMF WTO
OPEC ASEAN FBI CIA NSA KGB FSB ISI MI6 Mossad Pentagon Reuters AFP AP CNN BBC NBC CBS ABC Fox News Times Post Journal Tribune Herald
Gazette Guardian Telegraph Observer Jazeera Xinhua Google Microsoft Apple IBM Intel Yahoo Amazon Facebook Twitter Boeing Airbus Ford
Toyota Honda Sony Samsung Exxon Shell BP Gazprom Enron Halliburton Walmart Wal-Mart Hamas Hezbollah Hizbullah Hezbollah Taliban Qaeda
Qaida ISIS ISIL Fatah PLO PKK YPG ETA IRA FARC LTTE Jihad Brotherhood Democrats Republicans Republican Democratic Labour Conservative
Likud Kadima Baath Ba'ath Starbucks McDonalds Walmart Target Costco Disney Pixar eBay PayPal Oracle Cisco Dell HP
Hewlett-Packard Motorola Nokia Ericsson Siemens Philips Volkswagen BMW Mercedes Daimler Renault Peugeot Fiat Chrysler Nissan Hyundai
Kia Mazda Subaru Volvo Tesla SpaceX NASA ESA Roscosmos Lockheed Raytheon Northrop Pfizer Merck Novartis Roche Bayer BASF Unilever Nestle
Pepsi PepsiCo Coca-Cola Chevron Texaco Conoco Total Lukoil Rosneft Aramco Petrobras Pemex Eni Enel RWE Dynegy ConEd PG&E Citigroup
Citibank JPMorgan Goldman Merrill Lehman Barclays HSBC UBS Deutsche Santander BNP Visa Mastercard AmEx Verizon AT&T Sprint Comcast
Vodafone Orange Telefonica Huawei ZTE Alibaba Tencent Baidu Lenovo Sinopec PetroChina Netflix Spotify Uber Airbnb Lyft LinkedIn YouTube
Wikipedia Mozilla Netscape AOL MSN NYT WSJ Newsweek Time Economist Forbes Bloomberg CNBC MSNBC NPR PBS C-SPAN Al-Jazeera Interfax TASS
Itar-Tass RIA IRNA KCNA Yonhap Kyodo Anadolu Haaretz Ha'aretz Zaman Spiegel Monde Figaro Pais Repubblica Pravda Izvestia UNESCO UNDP
UNRWA UNICEF UNSC UNGA ICC ICJ ICTY ICRC OECD OSCE GATT NAFTA CIS EEC EC ECB ECOWAS AU OAU OAS GCC SCO BRICS G7 G8 G20 EPA FDA FEMA
FERC SEC FCC IRS DHS DOJ DOD DEA ATF TSA GAO CDC NIH NRA ACLU AARP GOP DNC RNC CPUSA PLA RAF IDF SAS SEALs Marines Wehrmacht Luftwaffe
Bundestag Bundeswehr Reichstag Politburo Kremlin Sejm Rada Loya Jirga Shura SCIRI Dawa Peshmerga Janjaweed Basij Quds IRGC Boko Haram
Shabaab Nusra Sinn Fein Likud Shas PKK AKP CHP HDP BJP LTTE JVP PPP PML-N MQM SPD CDU CSU FDP UMP ANC ZANU-PF MDC UNITA RUF PRI PAN
PSOE SNP UKIP DUP SDLP UVF UDA Tories Labour Yankees Mets Lakers Celtics Bulls Cowboys Steelers Packers Patriots Arsenal Chelsea
Liverpool Juventus Bayern Ajax Barca FIFA UEFA IOC NFL NBA MLB NHL ESPN Harvard Yale Princeton Stanford MIT UCLA Oxford Cambridge
Greenpeace Amnesty Oxfam CARE MSF Hilton Marriott Hyatt Sheraton FedEx UPS DHL Amtrak Ryanair EasyJet Lufthansa Qantas Delta
`)
