/** Other names that e621 rewrites to the first. */
export const e6Aliases = `
solo: alone single ; duo: pair two_characters ; group: group_focus ; female: girl 1girl woman girls 2girls 3girls females women
male: boy 1boy man boys 2boys males guy men ; ambiguous_gender: ambiguous unknown_gender ; anthro: anthropomorphic ; feral: non-anthro
front_view: facing_viewer front frontal_view ; side_view: sideview ; rear_view: back_turned back_view view_from_behind
low-angle_view: from_below view_from_below low_angle low_angle_view ; high-angle_view: from_above high_angle_view top_view top-down_view
first_person_view: pov first_person point_of_view ; worm's-eye_view: worm's_eye_view worms_eye_view ; bird's-eye_view: bird's_eye_view birds_eye_view
three-quarter_view: 3/4_view three_quarter_view ; full-length_portrait: full_body fullbody full_length_portrait
three-quarter_portrait: cowboy_shot three_quarter_portrait ; half-length_portrait: half_body waist_up half_length_portrait ; bust_portrait: bust bust_shot
close-up: closeup close_up ; looking_aside: looking_to_the_side ; looking_at_viewer: looking_at_camera looking_at_the_viewer
looking_back: looking_over_shoulder looking_behind ; upside_down: upside-down ; stare: staring ; hi_res: highres high_res hires high_resolution
absurd_res: absurdres ; low_res: lowres ; url: web_address ; text: words ; dialogue: talking ; line_art: lineart ; sketch: sketches
flat_colors: flat_color flat_colours ; greyscale: grayscale ; black_and_white: b&w black_&_white
traditional_media_(artwork): traditional_media traditional_art ; digital_media_(artwork): digital_media digital_art digital
watercolor_(artwork): watercolor watercolour watercolors ; pixel_(artwork): pixel_art pixelart ; 3d_(artwork): 3d 3d_art
oil_painting_(artwork): oil_painting oil_paint ; graphite_(artwork): pencil_(artwork) pencil_drawing ; marker_(artwork): marker_(medium)
model_sheet: reference_sheet character_sheet ref_sheet reference ref ; signature: signed ; watermark: watermarks ; letterbox: letterboxed
icon: profile_picture ; outside: outdoors outdoor ; inside: indoors indoor interior room ; simple_background: plain_background
grey_background: gray_background ; blurred_background: blurry_background ; pattern_background: patterned_background ; raining: rain ; sea: ocean
night: nighttime night_sky ; day: daytime ; star: stars ; cloud: clouds ; tree: trees ; flower: flowers ; mountain: mountains ; standing: stand
sitting: sit sitting_down seated ; lying: laying laying_down lying_down ; on_back: lying_on_back laying_on_back
on_front: on_stomach lying_on_stomach on_belly lying_on_front ; on_side: lying_on_side ; crouching: squatting crouch squat ; kneeling: kneel
all_fours: on_all_fours hands_and_knees ; crossed_arms: arms_crossed folded_arms ; crossed_legs: legs_crossed ; hands_behind_back: arms_behind_back
hands_behind_head: arms_behind_head ; hand_behind_head: arm_behind_head ; raised_arm: arm_up arm_raised ; raised_arms: arms_up arms_raised
raised_leg: leg_up leg_lift ; fist: clenched_hand fists clenched_fist ; hand_holding: holding_hands ; hug: hugging embrace ; kissing: kiss
action_pose: dynamic_pose ; fighting_pose: fighting_stance battle_stance ; fight: fighting ; walking: walk ; running: run ; jumping: jump
sleeping: asleep sleep ; smile: smiling ; grin: grinning ; open_mouth: mouth_open ; mouth_closed: closed_mouth ; eyes_closed: closed_eyes eyes_shut
one_eye_closed: one_eye_open ; blush: blushing ; tears: teary-eyed ; crying: cry ; angry: anger mad ; sad: sadness ; happy: happiness
tongue_out: tongue_sticking_out ; pouting: pout ; laugh: laughing ; sweat: sweating ; wide_eyed: wide-eyed wide_eyes ; facial_scar: scar_on_face face_scar
grey_hair: gray_hair silver_hair ; blonde_hair: blond_hair ; brown_hair: brunette ; red_hair: redhead ; orange_hair: ginger_hair ; two_tone_hair: two-tone_hair
multicolored_hair: multi-colored_hair multicolor_hair ; braided_hair: braid braids ; hair_over_eye: hair_over_one_eye ; hair_accessory: hair_ornament
flower_in_hair: hair_flower ; hair_bun: bun ; long_hair: very_long_hair ; mohawk: mohawk_(hairstyle) ; grey_eyes: gray_eyes ; yellow_eyes: gold_eyes golden_eyes
slit_pupils: slitted_pupils slit_pupil ; eye_patch: eyepatch ; glowing_eyes: glowing_eye ; clothing: clothes ; costume: outfit ; shirt: shirts
t-shirt: tee_shirt tshirt t_shirt ; pants: trousers ; hoodie: hoody ; jacket: jackets ; swimwear: swimsuit bathing_suit ; one-piece_swimsuit: one_piece_swimsuit
thigh_highs: thighhighs ; knee_highs: kneehighs ; socks: sock ; shoes: shoe ; boots: boot ; gloves: glove ; sneakers: trainers sneaker ; high_heels: heels
necktie: tie ; bow_tie: bowtie ; ear_ring: earrings earring ; jewelry: jewellery ; necklace: necklaces ; headphones: headphone ; kerchief: bandana
backpack: rucksack ; armor: armour ; collar: collars ; maid_uniform: maid maid_outfit ; japanese_clothing: japanese_clothes
torn_clothing: torn_clothes ripped_clothing ; wet_clothing: wet_clothes ; horn: horns ; wings: wing ; claws: claw ; fangs: fang ; fin: fins
multi_tail: multiple_tails ; paws: paw ; pawpads: paw_pads ; muscular: muscles muscle ; scar: scars ; tattoo: tattoos ; fur: furred ; whiskers: whisker
markings: body_markings ; facial_markings: facial_mark face_markings ; colored_nails: nail_polish painted_nails ; domestic_cat: cat ; domestic_dog: dog
wolf: wolves grey_wolf gray_wolf ; fox: foxes kitsune ; rabbit: bunny bunny_rabbit ; german_shepherd: german_shepherd_dog alsatian ; dragon: dragons
equine: equines ; horse: horses stallion ; dinosaur: dinosaurs ; domestic_pig: pig ; cattle: cow bull ; pokemon_(species): pokemon_(creature)
merfolk: mermaid merman ; demon: demons devil ; gryphon: griffin griffon gryphons ; weapon: weapons ; sword: swords ; gun: firearm guns ; beverage: drink drinks
sofa: couch ; plushie: stuffed_animal plush plush_toy ; smartphone: smart_phone ; cellphone: cell_phone mobile_phone ; question_mark: ? ??
exclamation_point: ! !! exclamation_mark ; ellipsis: ... ; musical_note: music_note music_notes musical_notes ; bandage: bandages ; sparkles: sparkle
ribbons: ribbon ; 3_eyes: three_eyes ; 4_eyes: four_eyes ; 6_eyes: six_eyes ; 1_eye: one-eyed one_eye ; 1_horn: single_horn ; nurse_hat: nurse_cap
restricted_palette: limited_palette ; trenchcoat: trench_coat ; pauldron: pauldrons ; pocketwatch: pocket_watch ; spacecraft: spaceship ; sailing_boat: sailboat
fries: french_fries ; burger: hamburger ; fridge: refrigerator ; computer_keyboard: keyboard_(computer) ; tree_squirrel: squirrel ; gull: seagull
parrot: psittacine ; cemetery: graveyard ; street_lamp: lamppost ; sunbeam: crepuscular_rays ; hotpants: short_shorts ; chinese_dress: cheongsam
welsh_corgi: corgi ; dobermann: doberman ; kirin: qilin ; werewolf: lycanthrope ; winter_clothing: winter_clothes ; store: shop ; wave: waves
wood_floor: wooden_floor ; tile: tiles ; bridal_carry: princess_carry ; midair: mid-air ; spiky_hair: spiked_hair ; yelling: shouting ; yawn: yawning
shrug: shrugging ; sneeze: sneezing ; head_tuft: hair_tuft ; cross-popping_vein: anger_vein
`;
