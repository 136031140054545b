import type { Chance } from './random.ts'

/** Names as one language community in a British school has them; `weight` is how common they are here. */
interface NamePool {
  readonly weight: number
  readonly given: readonly string[]
  readonly family: readonly string[]
}

const pool = (weight: number, given: string, family: string): NamePool => ({
  weight,
  given: given.split(', '),
  family: family.split(', '),
})

// Ordinary given and family names of many languages, joined by chance. Nobody real is meant.
const POOLS: readonly NamePool[] = [
  pool(
    14,
    'Amelia, Alfie, Bethany, Callum, Daisy, Elliot, Florence, George, Harriet, Isaac, Jasmine, Kieran, Lottie, Mason, Nancy, Oscar, Poppy, Reuben, Skye, Toby, Mary-Jane, Anna Louise, Theo, Edie',
    'Ashworth, Barraclough, Clegg, Dunstan, Entwistle, Fairbank, Garside, Holroyd, Ibbotson, Jagger, Kellett, Lumb, Murgatroyd, Nettleton, Oldroyd, Pickles, Ramsbottom, Sutcliffe, Thackray, Whitwam, Ackroyd-Hughes, Cholmondeley-Featherstonehaugh',
  ),
  pool(
    4,
    'Aled, Angharad, Bronwen, Carys, Dafydd, Eleri, Gwenllian, Ieuan, Llŷr, Siân, Rhydian, Non',
    'Pritchard, Llewellyn, ap Gwilym, Bowen, Prydderch, Cadwaladr, Gruffudd, Vaughan-Rees',
  ),
  pool(
    4,
    'Aoife, Cillian, Saoirse, Conor, Niamh, Tadhg, Eilidh, Finlay, Ruaridh, Róisín',
    'O’Donoghue, O’Hara, Mac Giolla Íosa, McAllister, Ó Súilleabháin, D’Arcy, Fitzgibbon, Mackintosh',
  ),
  pool(
    5,
    'Adébáyọ̀, Fọlákẹ́, Ayọ̀délé, Títílayọ̀, Olúwaṣeun, Tobi, Damilọ́lá, Yẹtúndé, Kọ́ládé, Ìyábọ̀',
    'Adeyemi, Ògúnbíyì, Akíntọ́lá, Oyèlárán, Babátúndé, Ọlátúnjí, Adéṣínà',
  ),
  pool(
    3,
    'Chidi, Ngozi, Obinna, Adaeze, Kwame, Abena, Kofi, Akosua, Ifeanyichukwu',
    'Okonkwo, Nwachukwu, Eze, Boateng, Owusu-Ansah, Asante, Mensah',
  ),
  pool(
    6,
    'Agnieszka, Bartłomiej, Zofia, Jędrzej, Małgorzata, Łukasz, Oliwia, Stanisław, Żaneta, Kacper',
    'Wójcik, Szczęsny, Brzęczyszczykiewicz, Zając, Źrebiec, Kowalczyk, Dąbrowska, Ślusarz',
  ),
  pool(
    3,
    'Ioana, Ștefan, Andreea, Răzvan, Mădălina, Cătălin, João, Inês, Conceição, Tomé',
    'Popa, Țurcanu, Ionescu, Pădurean, dos Santos Ferreira, Araújo, Magalhães, Gonçalves',
  ),
  pool(
    6,
    'Ayesha, Bilal, Zainab, Hamza, Mariam, Ibrahim, Sana, Umar, Iqra, Yusuf',
    'Hussain, Qureshi, Mirza, Chaudhry, Siddiqui, Malik, Butt, Raja',
  ),
  pool(
    3,
    'Leila, Omar, Nour, Khalid, Yasmin, Abd al-Rahman, Salma, ليلى, يوسف, هدى',
    'Haddad, al-Khatib, Mansour, Bin Saleh, Darwish, حداد, النجار',
  ),
  pool(
    4,
    'Siwei, Jiahui, Haoran, Meiling, 思雨, 浩然, 美玲, Xiuying, Chun-Hei, Wing Yan',
    'Li, Ouyang, Zheng, Szeto, 王, 歐陽, 陳, Ng, Xu',
  ),
  pool(
    3,
    'Priya, Arun, Kavitha, Senthil, Meenakshi, Karthik, Thirunavukkarasu, அருண், கயல்விழி',
    'Raman, Subramaniam, Balasubramanian, Nadarajah, Sivalingam, Muthukumarasamy',
  ),
  pool(4, 'Harpreet, Gurdeep, Jasleen, Manjit, Simran, ਹਰਪ੍ਰੀਤ, ਗੁਰਦੀਪ', 'Kaur, Singh, Dhaliwal, Sandhu, Gill, ਕੌਰ, ਸਿੰਘ'),
  pool(
    4,
    'Farhana, Rafiq, Nusrat, Tahmid, Sumaiya, Jahid, Mim',
    'Begum, Miah, Khatun, Ahmed Chowdhury, Uddin, Talukdar',
  ),
  pool(3, 'Ayaan, Hodan, Cabdi, Fadumo, Ilhan, Guled, Ubah', 'Warsame, Cali, Jaamac, Xirsi, Maxamed Nuur, Duale'),
  pool(
    2,
    'Selam, Dawit, ሰላም, ዳዊት, Tigist, Yohannes, Bethlehem',
    'Tesfaye, Gebremichael, ተስፋዬ, Haile-Mariam, Woldegiorgis',
  ),
  pool(
    2,
    'Oksana, Taras, Олена, Богдан, Nadiia, Yaroslav, Vasilisa',
    'Kovalenko, Шевчук, Bondarenko, Ткаченко, Melnyk',
  ),
  pool(2, 'Ngọc Ánh, Minh Đức, Thị Hương, Quốc Bảo, Thùy Linh, Yến', 'Nguyễn, Trần, Phạm, Đặng, Huỳnh'),
  pool(
    2,
    'Elif, Çağlar, Şebnem, Ömer, Eleni, Γιώργος, Ελένη, Stavros',
    'Yıldız, Öztürk, Çelik, Papadimitriou, Παππάς, Konstantinou',
  ),
  pool(1, '陽菜, 蓮, Haruka, Sōta, Yui, 민준, Seo-yeon', '佐藤, Watanabe, Kobayashi, 김, Park'),
  pool(
    1,
    'Aroha, Wiremu, Keahi, Leilani, Nāwahī, Tāne',
    'Keihanaikukauakahihuliheekahaunaele, Ngāti, Parata, Kahananui',
  ),
  pool(
    2,
    'Rivka, Ezra, Naomi, Shlomo, Krisztián, Zsófia, Eszter, Þórunn, Ægir',
    'Rosenblatt, Ben-Ami, Kovács, Nagy-Szabó, Jónsdóttir, Ólafsson',
  ),
]

// Some people have one name only, and forms that demand two have always got theirs wrong.
const SINGLE = ['Sukarmi', 'Wangdi', 'Thiha', 'Suharti', 'Zarghuna', 'Tenzin']

const TICKETS = POOLS.flatMap((names, index) => Array.from({ length: names.weight }, () => index))

/** A language community, drawn as often as it is common. */
export const drawTongue = (chance: Chance): number => chance.pick(TICKETS)

/** A given name of that community. */
export const givenName = (chance: Chance, tongue: number): string => chance.pick(POOLS[tongue]?.given ?? SINGLE)

/** A family name of that community; empty now and then. */
export const familyName = (chance: Chance, tongue: number): string => chance.pick(POOLS[tongue]?.family ?? SINGLE)

/** The whole name of somebody who has one name. */
export const singleName = (chance: Chance): string => chance.pick(SINGLE)
