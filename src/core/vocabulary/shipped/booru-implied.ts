/** What Danbooru adds to a post by itself: a name, and those that imply it. */
export const booruImplied = `
multiple_girls: 2girls 3girls 4girls 5girls 6+girls ; multiple_boys: 2boys 3boys 4boys 5boys 6+boys ; multiple_others: 2others 3others
highres: absurdres incredibly_absurdres ; absurdres: incredibly_absurdres ; monochrome: greyscale ; smile: grin evil_smile crazy_smile :d ;d ;) xd
grin: evil_grin ; closed_eyes: ^_^ ; tears: crying_with_eyes_open happy_tears streaming_tears wiping_tears ; crying: crying_with_eyes_open streaming_tears
one_eye_closed: ;d ;) ; tongue: tongue_out :p :q ; tongue_out: :p :q ; teeth: clenched_teeth sharp_teeth upper_teeth_only round_teeth
blush: full-face_blush nose_blush ear_blush ; fang: skin_fang fang_out ; long_hair: very_long_hair absurdly_long_hair low-tied_long_hair
very_long_hair: absurdly_long_hair ; short_hair: very_short_hair ; braid: single_braid twin_braids side_braid crown_braid braided_ponytail braided_bun
ponytail: high_ponytail low_ponytail short_ponytail ; twintails: low_twintails short_twintails
hair_bun: single_hair_bun double_bun cone_hair_bun braided_bun single_side_bun ; drill_hair: twin_drills
multicolored_hair: two-tone_hair gradient_hair streaked_hair colored_inner_hair rainbow_hair roots_(hair) ; facial_hair: beard mustache goatee stubble
hair_ornament: hairclip hairpin hair_bobbles x_hair_ornament star_hair_ornament heart_hair_ornament leaf_hair_ornament snake_hair_ornament feather_hair_ornament
hair_ornament: food-themed_hair_ornament hair_bell hair_stick hair_beads kanzashi hair_scrunchie hair_flower
hairband: black_hairband red_hairband white_hairband
animal_ears: cat_ears dog_ears fox_ears rabbit_ears wolf_ears horse_ears mouse_ears bear_ears cow_ears sheep_ears tiger_ears lion_ears raccoon_ears
animal_ears: fake_animal_ears
tail: cat_tail dog_tail fox_tail rabbit_tail wolf_tail horse_tail dragon_tail demon_tail cow_tail fish_tail squirrel_tail tiger_tail lion_tail mouse_tail
tail: lizard_tail snake_tail large_tail tail_wagging tail_ornament tail_bow tail_ribbon multiple_tails
horns: demon_horns dragon_horns goat_horns sheep_horns cow_horns single_horn broken_horn curled_horns antlers multiple_horns multicolored_horns black_horns
horns: white_horns red_horns skin-covered_horns horn_ornament
wings: feathered_wings bat_wings angel_wings demon_wings dragon_wings fairy_wings insect_wings mechanical_wings black_wings white_wings red_wings blue_wings
wings: multiple_wings single_wing low_wings head_wings detached_wings mini_wings glowing_wings ; halo: broken_halo yellow_halo blue_halo red_halo pink_halo
pointy_ears: long_pointy_ears elf dark_elf ; tattoo: chest_tattoo leg_tattoo shoulder_tattoo neck_tattoo back_tattoo arm_tattoo facial_tattoo
facial_mark: whisker_markings forehead_mark ; mole: mole_under_eye mole_under_mouth mole_on_cheek
scar: scar_on_face scar_across_eye scar_on_cheek scar_on_nose scar_on_arm scar_on_chest scar_on_forehead scar_on_mouth burn_scar
scar_on_face: scar_across_eye scar_on_cheek scar_on_nose scar_on_forehead scar_on_mouth
bandaid: bandaid_on_face bandaid_on_nose bandaid_on_cheek bandaid_on_knee ; bandaid_on_face: bandaid_on_nose bandaid_on_cheek
bandages: bandaged_head bandaged_arm bandaged_leg
colored_skin: blue_skin green_skin red_skin purple_skin grey_skin white_skin black_skin pink_skin yellow_skin orange_skin
dark_skin: dark-skinned_female dark-skinned_male very_dark_skin ; colored_sclera: black_sclera red_sclera yellow_sclera blue_sclera
symbol-shaped_pupils: heart-shaped_pupils star-shaped_pupils cross-shaped_pupils diamond-shaped_pupils flower-shaped_pupils x-shaped_pupils
makeup: eyeshadow eyeliner mascara lipstick ; eyeshadow: blue_eyeshadow red_eyeshadow purple_eyeshadow pink_eyeshadow ; eyeliner: red_eyeliner
shirt: t-shirt dress_shirt collared_shirt sleeveless_shirt white_shirt black_shirt red_shirt blue_shirt green_shirt yellow_shirt pink_shirt purple_shirt
shirt: grey_shirt brown_shirt orange_shirt print_shirt blouse
jacket: black_jacket white_jacket red_jacket blue_jacket green_jacket brown_jacket hooded_jacket open_jacket letterman_jacket track_jacket leather_jacket
jacket: denim_jacket down_jacket bomber_jacket fur-trimmed_jacket grey_jacket yellow_jacket pink_jacket blazer jacket_on_shoulders
open_clothes: open_jacket open_coat open_shirt open_vest
coat: winter_coat trench_coat fur_coat black_coat white_coat open_coat coat_on_shoulders fur-trimmed_coat
fur_trim: fur-trimmed_jacket fur-trimmed_coat fur-trimmed_cape fur-trimmed_sleeves fur-trimmed_gloves fur-trimmed_boots
pants: jeans black_pants white_pants blue_pants grey_pants brown_pants red_pants track_pants cargo_pants capri_pants torn_pants sweatpants bell-bottoms
pants: pant_suit ; denim: jeans denim_shorts denim_jacket
shorts: denim_shorts short_shorts gym_shorts dolphin_shorts black_shorts blue_shorts white_shorts red_shorts
skirt: miniskirt long_skirt pleated_skirt plaid_skirt pencil_skirt suspender_skirt frilled_skirt high-waist_skirt black_skirt white_skirt red_skirt blue_skirt
skirt: pink_skirt green_skirt grey_skirt purple_skirt brown_skirt hakama_skirt
dress: wedding_dress china_dress black_dress white_dress red_dress blue_dress pink_dress purple_dress green_dress yellow_dress sailor_dress collared_dress
dress: sleeveless_dress short_dress long_dress pinafore_dress layered_dress frilled_dress off-shoulder_dress halter_dress sweater_dress two-tone_dress
dress: armored_dress print_dress pleated_dress evening_gown ; sweater: turtleneck_sweater ribbed_sweater white_sweater black_sweater sweater_dress
hood: hoodie hooded_jacket hooded_cloak hooded_cape hood_up hood_down ; hoodie: black_hoodie cropped_hoodie
cape: black_cape red_cape hooded_cape fur-trimmed_cape ; cloak: hooded_cloak ; apron: frilled_apron waist_apron maid_apron white_apron
sleeves_past_wrists: sleeves_past_fingers ; puffy_sleeves: puffy_short_sleeves puffy_long_sleeves juliet_sleeves ; short_sleeves: puffy_short_sleeves
long_sleeves: puffy_long_sleeves ; swimsuit: bikini one-piece_swimsuit ; thighhighs: black_thighhighs white_thighhighs single_thighhigh over-kneehighs
socks: ankle_socks black_socks white_socks loose_socks bobby_socks single_sock kneehighs
raincoat: yellow_raincoat ; boots: knee_boots thigh_boots ankle_boots rubber_boots cowboy_boots lace-up_boots high_heel_boots armored_boots fur-trimmed_boots
high_heels: high_heel_boots pumps ; shoes: loafers mary_janes sneakers uwabaki ; sandals: zouri okobo flip-flops
gloves: fingerless_gloves elbow_gloves half_gloves partially_fingerless_gloves black_gloves white_gloves red_gloves blue_gloves brown_gloves single_glove
gloves: fur-trimmed_gloves
bow: hair_bow white_bow black_bow red_bow blue_bow pink_bow back_bow waist_bow large_bow print_bow yellow_bow green_bow purple_bow tail_bow horn_bow hat_bow
bow: bowtie ; bowtie: red_bowtie black_bowtie blue_bowtie
ribbon: hair_ribbon tail_ribbon horn_ribbon hat_ribbon red_ribbon black_ribbon white_ribbon blue_ribbon pink_ribbon neck_ribbon wrist_ribbon leg_ribbon
ribbon: yellow_ribbon green_ribbon purple_ribbon ; necktie: red_necktie black_necktie blue_necktie ; neckerchief: red_neckerchief blue_neckerchief
scarf: red_scarf white_scarf black_scarf blue_scarf plaid_scarf ; frills: frilled_sleeves frilled_dress frilled_skirt frilled_apron frilled_shirt_collar
serafuku: black_serafuku ; school_uniform: serafuku gakuran ; sailor_collar: black_sailor_collar blue_sailor_collar white_sailor_collar
japanese_clothes: kimono yukata hakama haori miko ; kimono: yukata white_kimono blue_kimono print_kimono ; hakama: hakama_skirt
chinese_clothes: china_dress hanfu ; korean_clothes: hanbok
armor: greaves pauldrons shoulder_armor plate_armor faulds full_armor power_armor japanese_armor armored_dress chainmail ; shoulder_armor: pauldrons sode
japanese_armor: sode kusazuri
hat: baseball_cap top_hat witch_hat straw_hat sun_hat santa_hat beret cowboy_hat fedora mini_hat mob_cap peaked_cap garrison_cap sailor_hat police_hat
hat: bucket_hat nurse_cap beanie party_hat rice_hat jester_cap animal_hat black_hat white_hat red_hat blue_hat brown_hat chef_hat military_hat hat_ribbon
hat: hat_bow hat_flower ; mini_hat: mini_top_hat ; top_hat: mini_top_hat ; hat_ornament: crescent_hat_ornament
goggles: goggles_on_head goggles_around_neck goggles_on_headwear ; headphones: headphones_around_neck
mask: gas_mask surgical_mask fox_mask half_mask mouth_mask mask_on_head ; mouth_mask: surgical_mask
jewelry: necklace bracelet ring earrings brooch bangle anklet armlet pendant
earrings: stud_earrings hoop_earrings star_earrings heart_earrings crystal_earrings flower_earrings cross_earrings single_earring
necklace: pearl_necklace bead_necklace cross_necklace ; bracelet: bead_bracelet bangle ; beads: bead_necklace bead_bracelet hair_beads prayer_beads
ring: wedding_ring ; choker: black_choker ribbon_choker ; belt: black_belt brown_belt white_belt utility_belt loose_belt
bag: handbag backpack shoulder_bag school_bag satchel tote_bag duffel_bag holding_bag ; crown: mini_crown
flower: rose sunflower tulip hydrangea lotus spider_lily hair_flower red_flower white_flower blue_flower pink_flower yellow_flower purple_flower dandelion
flower: hat_flower holding_flower ; rose: red_rose blue_rose white_rose ; red_flower: red_rose ; lying: on_back on_stomach on_side
sitting: wariza seiza indian_style sitting_on_lap sitting_on_object
holding: holding_sword holding_weapon holding_gun holding_staff holding_book holding_cup holding_phone holding_umbrella holding_flower holding_food holding_bag
holding: holding_fan holding_knife holding_polearm holding_microphone holding_bouquet holding_pen holding_animal holding_tray holding_bottle holding_fruit
holding: holding_plate holding_doll holding_spoon holding_stick holding_bow_(weapon) holding_instrument holding_paper holding_sign holding_camera holding_ball
holding: holding_card holding_stuffed_toy ; holding_weapon: holding_sword holding_gun holding_polearm holding_bow_(weapon)
weapon: sword katana dagger spear polearm mace gun bow_(weapon) holding_weapon holding_sword holding_gun holding_polearm holding_bow_(weapon) crossbow kunai
weapon: shuriken wakizashi huge_weapon planted_sword gunblade bokken shinai
sword: katana rapier greatsword energy_sword holding_sword planted_sword wakizashi bokken shinai ; knife: dagger holding_knife
polearm: spear halberd naginata trident holding_polearm ; gun: handgun rifle shotgun machine_gun submachine_gun revolver holding_gun ; rifle: sniper_rifle
energy_sword: lightsaber ; hug: hug_from_behind ; v: double_v ; sky: blue_sky night_sky starry_sky cloudy_sky ; cloud: cloudy_sky
tree: bare_tree palm_tree pine_tree
food: fruit cake bread burger pizza sushi onigiri candy cookie holding_food holding_fruit vegetable noodles ramen soup meat bacon sausage cheese cupcake pie
food: ice_cream lollipop pancake waffle popcorn sandwich french_fries egg_(food) crepe dango taiyaki mochi wagashi pudding macaron parfait shaved_ice
food: candy_apple candy_cane takoyaki curry omurice tempura croissant baguette melon_bread pocky popsicle
fruit: apple banana strawberry cherry watermelon lemon pineapple pear peach holding_fruit orange_(fruit) blueberry
dragon: eastern_dragon western_dragon wyvern ; cat: black_cat white_cat kitten cat_on_head ; dog: puppy
bird: chicken crow owl penguin duck eagle parrot pigeon sparrow swan seagull flamingo goose hawk phoenix chick duckling bird_on_head bird_on_shoulder
bug: bee beetle moth dragonfly ladybug ant spider ; fish: goldfish ; monster_girl: lamia slime_girl mermaid harpy plant_girl ; robot: humanoid_robot mecha
traditional_media: watercolor_(medium) graphite_(medium) colored_pencil_(medium) marker_(medium) acrylic_paint_(medium) pen_(medium) millipen_(medium)
traditional_media: nib_pen_(medium) oil_painting_(medium) painting_(medium) pastel_(medium)
painting_(medium): watercolor_(medium) oil_painting_(medium) acrylic_paint_(medium) ; pen_(medium): millipen_(medium) nib_pen_(medium)
comic: 4koma 2koma 3koma 5koma multiple_4koma silent_comic ; cover: cover_page album_cover dvd_cover manga_cover
border: white_border black_border red_border blue_border pink_border grey_border ; commission: skeb_commission pixiv_commission
watermark: sample_watermark weibo_watermark ; furry: furry_female furry_male furry_with_furry furry_with_non-furry ; closed_mouth: :| dot_mouth
evil_smile: evil_grin ; smug: doyagao ; scrunchie: hair_scrunchie ; bell: hair_bell jingle_bell neck_bell ; glowing: glowing_eyes glowing_eye glowing_wings
multicolored_eyes: two-tone_eyes gradient_eyes ; one-eyed: cyclops ; outstretched_arms: spread_arms ; standing: standing_on_one_leg standing_split
carrying: princess_carry piggyback shoulder_carry carrying_person
heart: heart_hands heart-shaped_pupils heart_hair_ornament heart_earrings spoken_heart heart_background
instrument: playing_instrument guitar piano violin drum flute trumpet harp saxophone ; music: singing playing_instrument
guitar: electric_guitar acoustic_guitar ; finger_to_mouth: shushing ; pointing: pointing_up pointing_at_self pointing_at_viewer ; staff: holding_staff
book: holding_book open_book grimoire book_stack ; cup: holding_cup mug teacup disposable_cup beer_mug ; phone: holding_phone cellphone smartphone
cellphone: smartphone ; umbrella: holding_umbrella parasol beach_umbrella ; holding_food: holding_fruit ; hand_fan: holding_fan folding_fan
microphone: holding_microphone ; bouquet: holding_bouquet ; pen: holding_pen ; animal: holding_animal ; tray: holding_tray
bottle: holding_bottle water_bottle wine_bottle ; plate: holding_plate ; doll: holding_doll ; spoon: holding_spoon ; bow_(weapon): holding_bow_(weapon)
paper: holding_paper ; sign: holding_sign ; camera: holding_camera ; ball: holding_ball soccer_ball tennis_ball beachball
stuffed_toy: holding_stuffed_toy stuffed_animal ; stuffed_animal: teddy_bear stuffed_rabbit stuffed_cat
sleeveless: sleeveless_shirt sleeveless_dress pinafore_dress ; winter_clothes: winter_coat ; sash: obi ; detached_sleeves: single_detached_sleeve
off_shoulder: off-shoulder_dress ; vest: open_vest black_vest ; bodysuit: black_bodysuit white_bodysuit ; torn_clothes: torn_pants
asymmetrical_legwear: mismatched_legwear ; lace_trim: lace-trimmed_sleeves ; suspenders: suspender_skirt ; suit: business_suit skirt_suit pant_suit
animal_print: leopard_print tiger_print ; turtleneck: turtleneck_sweater ; helmet: hard_hat ; watch: wristwatch pocket_watch ; buckle: belt_buckle
pouch: belt_pouch thigh_pouch ; headband: hachimaki ; cross: latin_cross cross_earrings cross_necklace ; rope: shimenawa ; collar: animal_collar
halftone: halftone_background ; nature: forest jungle ; polka_dot: polka_dot_background ; star_(sky): starry_sky ; moon: full_moon crescent_moon
night: night_sky ; sunlight: sunbeam dappled_sunlight ; blurry: depth_of_field bokeh blurry_background blurry_foreground ; depth_of_field: bokeh
leaf: falling_leaves autumn_leaves maple_leaf ; petals: falling_petals ; architecture: east_asian_architecture ; table: kotatsu
fence: wooden_fence chain-link_fence ; shop: convenience_store ; piercing: ear_piercing lip_piercing nose_piercing eyebrow_piercing
tail_ornament: tail_bow tail_ribbon tail_ring ; horn_ornament: horn_bow horn_ribbon ; toned: toned_male toned_female
fingernails: long_fingernails sharp_fingernails ; injury: bruise cuts deep_wound ; joints: doll_joints robot_joints ; mechanical_arms: single_mechanical_arm
prosthesis: prosthetic_arm ; elf: dark_elf ; bear: polar_bear ; duck: duckling ; animal_on_head: bird_on_head cat_on_head ; animal_on_shoulder: bird_on_shoulder
realistic: photorealistic ; chibi: chibi_only ; retro_artstyle: 1970s_(style) 1980s_(style) 1990s_(style) ; bad_id: bad_pixiv_id bad_twitter_id
resized: downscaled upscaled ; official_art: key_visual ; scan: magazine_scan scan_artifacts ; animated: animated_gif looping_animation video
commentary: symbol-only_commentary ; multiple_views: turnaround ; logo: artist_logo ; 4koma: multiple_4koma ; computer: laptop
motor_vehicle: car truck motorcycle bus ; aircraft: airplane helicopter hot_air_balloon airship ; watercraft: boat ship sailboat submarine ; boat: sailboat
box: gift_box ; gift: gift_box ; noodles: ramen ; alcohol: beer wine sake ; plant: potted_plant vines ; shell: seashell
candy: lollipop candy_cane wrapped_candy ; bread: baguette melon_bread ; cookie: chocolate_chip_cookie ; chair: armchair folding_chair ; lantern: paper_lantern
cage: birdcage
`;
