/*
 * The words by which names are recognised that are not for everyone, or for no one. They are few on purpose: what a
 * name implies, and what it is an alias of, is looked at as well, so that one word here stands for many names.
 */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words for people who are not grown up. Alone they are ordinary tags. */
export const minorWords = list(`
  child children childlike kid kids kiddie toddler toddlers baby babies infant infants newborn minor minors underage underaged
  preteen preteens preteenager teen teens teenager teenagers teenage teenaged young younger juvenile adolescent adolescents
  schoolchild schoolchildren schoolgirl schoolgirls schoolboy schoolboys kindergarten kindergartener kindergartner preschool
  preschooler tween tweens cub cubs lolita lolitas youngster youngsters
`);

/** The same in two words. */
export const minorPhrases = ['little_girl', 'little_boy', 'elementary_school', 'grade_school', 'primary_school', 'middle_school'] as const;

/** Words that name the sexualisation of minors by themselves. */
export const refusedWords = list(`
  loli lolis lolicon lolidom shota shotas shotacon toddlercon pedo pedos pedophile pedophiles pedophilia pedophilic paedophile
  paedophilia paedo hebephilia ephebophilia jailbait csam childporn
`);

/** The same in scripts that do not part their words. */
export const refusedParts = ['ロリ', 'ショタ', '萝莉', '蘿莉', '正太', '로리', '쇼타', '幼女'] as const;

/** Words of sex and nakedness. Their names are suggested only where that was switched on. */
export const adultWords = list(`
  sex sexual sexually sexy porn pornography hentai erotic erotica nsfw nude nudes nudity naked nudist topless bottomless undressing undressed
  breast breasts boob boobs areola areolae nipple nipples teat teats cleavage underboob sideboob udder udders
  penis penises cock cocks pussy pussies vagina vaginal vulva clitoris clitoral clit labia cervix uterus genital genitals genitalia
  testicle testicles scrotum balls foreskin glans cloaca anus anal rectal rectum ass asses buttcrack butt butts buttocks perineum
  knot knotted knotting precum cum cumshot cumming semen ejaculation orgasm orgasming ahegao masturbation masturbating fellatio
  cunnilingus blowjob handjob footjob titfuck paizuri irrumatio deepthroat rimming fingering fisting penetration penetrating penetrated
  creampie intercourse doggystyle threesome foursome gangbang orgy bukkake frottage tribadism impregnation
  bondage bdsm shibari dominatrix fetish erection erect aroused arousal horny lewd slut whore prostitute prostitution stripper striptease
  futanari futa dickgirl rape raped molestation groping grope incest incestuous bestiality zoophilia voyeurism exhibitionism
  condom condoms dildo dildos vibrator buttplug milking lactation
  panties panty pantyshot upskirt upshirt thong lingerie cameltoe crotch bulge bulges pubic pubes groin
  fuck fucked fucking vore ageplay ntr netorare yaoi yuri
`);

/** The same in several words. */
export const adultPhrases = ['sex_toy', 'strap-on', 'spread_legs', 'presenting_hindquarters', 'girl_on_top', 'cowgirl_position', 'missionary_position', 'mating_press', 'after_sex', 'clothing_aside', 'clothes_aside', 'no_panties', 'bodily_fluids', 'saliva_string', 'male/male', 'male/female', 'female/female'] as const;

/** Words that are ordinary of grown people, and not beside a word for a child. */
export const suggestiveWords = list(`
  underwear bra bras bikini bikinis swimsuit swimsuits swimwear seductive sensual busty curvy voluptuous skimpy revealing bare
  kiss kissing kissed thighs thicc hips flirting flirty latex spanking spanked bound restrained
  licking groped hypnosis pinup playboy pregnant nsfl gore explicit questionable dominant submissive
`);
