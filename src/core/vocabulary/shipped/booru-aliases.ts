/** Other names that Danbooru rewrites to the first. */
export const booruAliases = `
male_focus: man ; from_side: side_view ; from_below: view_from_below ; from_above: view_from_above ; upper_body: bust ; close-up: closeup
looking_to_the_side: looking_aside ; looking_back: looking_over_shoulder ; highres: hires high_resolution ; web_address: url ; comic: comics manga
lineart: line_art ; sketch: rough ; flat_color: flat_colors ; greyscale: grayscale black_and_white ; watercolor_(medium): watercolor ; signature: signed
letterboxed: letterbox ; outdoors: outside outdoor ; grey_background: gray_background ; rain: raining ; ocean: sea ; cloud: clouds ; flower: flowers
tree: trees ; mountain: mountains ; sitting: sit ; lying: laying lying_down ; on_stomach: lying_on_stomach on_front ; on_back: lying_on_back
squatting: crouching crouch squat ; all_fours: on_all_fours ; crossed_arms: folded_arms ; arms_behind_back: hands_behind_back
arms_behind_head: hands_behind_head ; arm_up: raised_arm ; arms_up: raised_arms hands_above_head ; leg_lift: raised_leg ; hand_on_own_hip: hand_on_hip
hands_on_own_hips: hands_on_hips ; clenched_hand: fist clenched_fist ; holding_hands: hand_holding ; hug: hugging embrace ; v: peace_sign v_sign ; waving: wave
fighting_stance: battle_stance ; wariza: w-sitting ; princess_carry: bridal_carry ; smile: smiling ; one_eye_closed: wink ; blush: blushing ; crying: cry
angry: anger mad ; wide-eyed: wide_eyes ; pout: pouting ; scar_on_face: facial_scar ; sweatdrop: sweat_drop ; blonde_hair: blond_hair ; grey_hair: gray_hair
red_hair: redhead ; braid: braids braided_hair ; twintails: twin_tails ; short_twintails: pigtails ; ponytail: pony_tail ; hair_over_one_eye: hair_over_eye
hair_ornament: hair_accessory ; hair_flower: flower_in_hair ; hime_cut: himecut ; yellow_eyes: golden_eyes ; grey_eyes: gray_eyes silver_eyes
eyepatch: eye_patch ; facepaint: face_paint ; shirt: shirts ; t-shirt: tshirt ; pants: trousers slacks ; swimsuit: bathing_suit ; swim_trunks: swimming_trunks
thighhighs: stockings ; kneehighs: knee_socks kneesocks ; socks: sock ; shoes: shoe ; boots: boot ; gloves: glove ; high_heels: heels ; necktie: tie
bowtie: bow_tie ; earrings: earring ear_ring ; bag: bags ; backpack: rucksack ; sailor: sailor_uniform sailor_suit ; maid: maid_uniform maid_outfit
china_dress: cheongsam qipao ; japanese_clothes: japanese_clothing ; torn_clothes: torn_clothing ripped_clothes ; wet_clothes: wet_clothing ; armor: armour
goth_fashion: gothic goth ; track_suit: tracksuit ; superhero_costume: superhero ; mouth_mask: face_mask ; bandages: bandage
tanlines: tan_lines tan_line tanline ; single_horn: horn ; wings: wing ; multiple_tails: tails multi_tail ; fins: fin ; tattoo: tattoos
facial_mark: facial_markings facial_marking ; nail_polish: painted_nails ; cat_ears: nekomimi ; rabbit_ears: bunny_ears ; cat_girl: catgirl ; cat_boy: catboy
furry: anthro ; cat: cats ; dog: dogs ; mouse_(animal): rat ; rabbit: bunny ; horse: horses ; panda: giant_panda ; griffin: gryphon ; android: gynoid
mecha: mech ; weapon: weapons ; sword: swords ; gun: guns firearm ; handgun: pistol ; drink: beverage ; couch: sofa ; burger: hamburger
stuffed_animal: plushie stuffed_animals ; stuffed_toy: plush ; stuffed_rabbit: stuffed_bunny ; cellphone: cell_phone mobile_phone ; smartphone: smart_phone
spacecraft: spaceship space_ship ; heart: hearts ; sparkle: sparkles ; ribbon: ribbons ; bow: bows ; musical_note: music_note ; ?: question_mark
!: exclamation_mark ; ...: ellipsis ; feathers: feather ; snowflakes: snowflake ; petals: petal ; paw_print: pawprint ; holding: holding_object
sunbeam: crepuscular_rays ; head_wreath: flower_crown ; wetland: swamp ; bar_(place): bar ; traditional_youkai: youkai ; crutch: crutches
`;
