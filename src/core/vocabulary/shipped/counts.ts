/** How many there are, who they are to each other, and how grown. */
export const counts = `
@ general general
both solo
duo + 2girls
duo + 2boys
duo + 1boy
trio + 3girls
trio + 3boys
group + multiple_girls
group + multiple_boys
female + 1girl
male + 1boy
ambiguous_gender ~ 1other
zero_pictured ~ no_humans
large_group ~ crowd
e6 duo_focus solo_focus trio_focus female_focus male_focus
booru 4girls 5girls 6+girls 4boys 5boys 6+boys 2others 3others multiple_others everyone couple siblings
booru androgynous bishounen twins sisters brothers brother_and_sister mother_and_daughter mother_and_son father_and_daughter father_and_son
both size_difference clone
e6 crowd
booru height_difference pixie_cut
e6 elderly_female elderly_male
booru old old_man old_woman muscular_female muscular_male
`;
