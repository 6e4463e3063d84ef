/** What e621 adds to a post by itself: a name, and those that imply it. */
export const e6Implied = `
hair: long_hair short_hair black_hair brown_hair blonde_hair white_hair blue_hair red_hair purple_hair pink_hair green_hair grey_hair orange_hair
hair: multicolored_hair rainbow_hair gradient_hair wavy_hair straight_hair wet_hair spiky_hair two_tone_hair braided_hair flower_in_hair translucent_hair
hair: tan_hair teal_hair monotone_hair fluffy_hair big_hair tied_hair glistening_hair messy_hair feather_in_hair ponytail hair_bun drill_curls ahoge
hair: hair_over_eye hair_over_eyes ; multicolored_hair: two_tone_hair rainbow_hair ; facial_hair: beard mustache goatee sideburns ; body_hair: chest_hair
hair_accessory: hair_bow hair_ribbon hairband hairclip hair_tie hairpin flower_in_hair ; headwear: hat beanie ; headgear: headwear helmet crown hard_hat headset
hat: baseball_cap top_hat cowboy_hat santa_hat witch_hat straw_hat beret party_hat fedora chef_hat sun_hat beanie nurse_hat peaked_cap
clothing: topwear bottomwear legwear footwear headwear handwear armwear swimwear uniform dress robe costume suit apron sleeveless_clothing japanese_clothing
clothing: chinese_clothing torn_clothing wet_clothing black_clothing white_clothing red_clothing blue_clothing green_clothing yellow_clothing pink_clothing
clothing: purple_clothing grey_clothing brown_clothing orange_clothing two_tone_clothing pattern_clothing plaid_clothing camo_clothing multicolored_clothing
clothing: print_clothing tight_clothing denim_clothing leather_clothing open_clothing east_asian_clothing asian_clothing coat jumpsuit overalls pajamas cape
clothing: cloak leotard bodysuit kimono skinsuit kigurumi clothed
topwear: shirt jacket sweater hoodie vest coat tank_top t-shirt crop_top turtleneck black_topwear white_topwear blue_topwear red_topwear print_topwear
topwear: open_topwear ; bottomwear: pants shorts skirt jeans kilt black_bottomwear blue_bottomwear white_bottomwear denim_bottomwear loincloth
shirt: t-shirt dress_shirt collared_shirt polo_shirt black_shirt white_shirt red_shirt blue_shirt green_shirt yellow_shirt pink_shirt purple_shirt grey_shirt
shirt: brown_shirt orange_shirt print_shirt open_shirt torn_shirt tank_top crop_top tunic ; print_topwear: print_shirt ; print_clothing: print_topwear
pants: jeans black_pants white_pants blue_pants grey_pants brown_pants red_pants ; shorts: black_shorts blue_shorts white_shorts red_shorts hotpants
skirt: miniskirt long_skirt pleated_skirt plaid_skirt black_skirt white_skirt red_skirt blue_skirt pink_skirt
dress: wedding_dress chinese_dress black_dress white_dress red_dress blue_dress pink_dress purple_dress green_dress yellow_dress
legwear: thigh_highs knee_highs stockings leggings leg_warmers black_legwear white_legwear
footwear: shoes boots sandals slippers high_heels sneakers socks black_footwear white_footwear red_footwear blue_footwear brown_footwear flip_flops
shoes: sneakers high_heels mary_janes white_shoes red_shoes blue_shoes brown_shoes boots sandals slippers
boots: knee_boots cowboy_boots black_boots white_boots brown_boots red_boots ; socks: black_socks white_socks
handwear: gloves mittens gauntlets black_handwear white_handwear
gloves: fingerless_gloves elbow_gloves black_gloves white_gloves red_gloves blue_gloves brown_gloves ; armwear: elbow_gloves arm_warmers detached_sleeves
eyewear: goggles monocle eye_patch ; swimwear: bikini one-piece_swimsuit swimming_trunks ; uniform: school_uniform military_uniform maid_uniform police_uniform
armor: gauntlets greaves pauldron plate_armor black_armor red_armor helmet bracers
jacket: black_jacket white_jacket red_jacket blue_jacket green_jacket brown_jacket open_jacket letterman_jacket leather_jacket ; cape: black_cape red_cape
hoodie: black_hoodie ; coat: lab_coat black_coat trenchcoat raincoat ; apron: white_apron ; asian_clothing: east_asian_clothing
east_asian_clothing: japanese_clothing chinese_clothing ; japanese_clothing: kimono yukata hakama haori ; chinese_clothing: chinese_dress
jewelry: necklace bracelet pendant anklet bangle horn_jewelry tail_jewelry gold_jewelry ; accessory: hair_accessory
necklace: pearl_necklace cross_necklace choker ; piercing: ear_piercing nose_piercing lip_piercing eyebrow_piercing facial_piercing ear_ring nose_ring lip_ring
facial_piercing: nose_piercing lip_piercing eyebrow_piercing ; ear_piercing: ear_ring gauged_ear ; nose_piercing: nose_ring ; lip_piercing: lip_ring
eyebrow_piercing: eyebrow_ring ; collar: spiked_collar bell_collar
simple_background: white_background grey_background black_background transparent_background gradient_background blue_background pink_background
simple_background: purple_background green_background red_background yellow_background brown_background orange_background tan_background teal_background
simple_background: pattern_background geometric_background heart_background halftone_background rainbow_background textured_background star-shaped_background
pattern_background: dotted_background checkered_background grid_background ; nature_background: forest_background
portrait: full-length_portrait three-quarter_portrait half-length_portrait bust_portrait headshot_portrait ; low-angle_view: worm's-eye_view
high-angle_view: bird's-eye_view ; looking_at_viewer: looking_back_at_viewer looking_down_at_viewer looking_up_at_viewer winking_at_viewer
looking_back: looking_back_at_viewer ; looking_down: looking_down_at_viewer ; looking_up: looking_up_at_viewer
smile: smirk grin smiling_at_viewer evil_grin open_smile closed_smile ; open_mouth: open_smile yawn ; tears: crying tears_of_joy
tongue: tongue_out blue_tongue forked_tongue ; teeth: sharp_teeth fangs clenched_teeth ; one_eye_closed: wink ; narrowed_eyes: half-closed_eyes
lying: on_back on_front on_side lying_on_bed ; sitting: sitting_on_chair sitting_on_ground sitting_on_bed sitting_on_sofa
gesture: hand_gesture waving salute shrug high_five handshake ; hand_gesture: thumbs_up v_sign ok_sign pointing finger_gun pointing_at_self pointing_at_viewer
pointing: pointing_at_viewer pointing_at_self ; waving: waving_at_viewer
holding_object: holding_weapon holding_book holding_cup holding_phone holding_umbrella holding_flower holding_food holding_microphone holding_bottle
holding_object: holding_sign holding_camera holding_ball holding_beverage holding_container holding_musical_instrument holding_tool holding_pencil
holding_object: holding_plushie holding_paper holding_staff holding_fruit
holding_weapon: holding_sword holding_gun holding_polearm holding_melee_weapon dual_wielding ; holding_melee_weapon: holding_sword holding_polearm
holding_container: holding_cup holding_bottle ; holding_food: holding_fruit ; group: trio large_group crowd duo_focus trio_focus
monochrome: greyscale sepia black_and_white ; hi_res: absurd_res
text: english_text japanese_text chinese_text russian_text spanish_text french_text korean_text url artist_name character_name copyright_name translated
border: white_border black_border pink_border blue_border red_border
traditional_media_(artwork): graphite_(artwork) colored_pencil_(artwork) marker_(artwork) oil_painting_(artwork) pen_(artwork) acrylic_painting_(artwork)
digital_media_(artwork): digital_drawing_(artwork) digital_painting_(artwork) pixel_(artwork) 3d_(artwork)
painting_(artwork): watercolor_(artwork) oil_painting_(artwork) digital_painting_(artwork) acrylic_painting_(artwork) ; animated: 2d_animation 3d_animation loop
fur: white_fur black_fur blue_fur brown_fur grey_fur red_fur orange_fur tan_fur yellow_fur pink_fur purple_fur green_fur two_tone_fur multicolored_fur
fur: spotted_fur countershade_fur light_fur dark_fur detailed_fur ; multicolored_fur: two_tone_fur ; multicolored_body: two_tone_body multicolored_fur
scales: white_scales blue_scales green_scales red_scales black_scales
feathers: white_feathers blue_feathers red_feathers brown_feathers black_feathers yellow_feathers feathered_wings
tail: raised_tail multi_tail fluffy_tail long_tail short_tail multicolored_tail white_tail black_tail prehensile_tail dipstick_tail big_tail thick_tail
tail: blue_tail brown_tail tail_tuft tail_markings tail_ribbon tail_jewelry tail_fin
tuft: head_tuft cheek_tuft chest_tuft ear_tuft tail_tuft elbow_tuft neck_tuft shoulder_tuft facial_tuft arm_tuft ; facial_tuft: cheek_tuft
markings: eye_markings facial_markings tail_markings leg_markings arm_markings head_markings chest_markings cheek_markings glowing_markings gloves_(marking)
markings: socks_(marking) mask_(marking) spotted_fur star_(marking) ; facial_markings: cheek_markings mask_(marking) ; head_markings: facial_markings
leg_markings: socks_(marking)
wings: feathered_wings membranous_wings insect_wings bat_wings black_wings white_wings red_wings blue_wings spread_wings head_wings folded_wings 4_wings
wings: multi_wing wing_claws ; membranous_wings: bat_wings
horn: 1_horn 2_horns broken_horn curled_horn black_horn white_horn red_horn multi_horn ridged_horn antlers unicorn winged_unicorn
claws: toe_claws finger_claws white_claws black_claws wing_claws ; toes: 2_toes 3_toes 4_toes 5_toes
pupils: slit_pupils dilated_pupils constricted_pupils white_pupils red_pupils horizontal_pupils symbol-shaped_pupils blue_pupils green_pupils yellow_pupils
pupils: purple_pupils orange_pupils pink_pupils small_pupils ; multi_eye: 3_eyes 4_eyes 6_eyes ; pawpads: pink_pawpads black_pawpads ; paws: handpaw hindpaw
tattoo: arm_tattoo facial_tattoo ; scar: facial_scar arm_scar burn_scar ; facial_scar: eye_scar ; muscular: muscular_arms
athletic: athletic_male athletic_female ; weapon: melee_weapon ranged_weapon holding_weapon grenade dual_wielding
melee_weapon: sword spear polearm dagger katana scythe mace holding_melee_weapon ; sword: katana rapier holding_sword
polearm: spear scythe halberd trident holding_polearm ; ranged_weapon: gun bow_(weapon) rifle ; gun: handgun rifle shotgun holding_gun ; rifle: sniper_rifle
food: fruit vegetable meat bread cake candy dessert pizza burger ice_cream cookie cheese noodles sushi holding_food pie cupcake hot_dog rice soup popcorn
food: pancake waffle fries pastry doughnut lollipop chocolate bacon
fruit: apple banana lemon strawberry cherry watermelon pineapple pear orange_(fruit) holding_fruit coconut tomato pumpkin ; vegetable: carrot potato onion
dessert: cake ice_cream candy doughnut ; beverage: coffee tea alcohol soda holding_beverage bubble_tea ; alcohol: beer wine sake cocktail
container: cup bottle bowl box basket bucket mug ; cup: mug tea_cup holding_cup ; vehicle: car truck motorcycle boat train airplane bus bicycle helicopter ship
plant: tree flower vines moss fruit vegetable lily_pad potted_plant forest ; tree: palm_tree pine_tree christmas_tree
flower: sunflower flower_in_hair flower_crown cherry_blossom holding_flower ; furniture: chair table bed sofa stool desk
electronics: phone computer television laptop headphones microphone game_console monitor ; phone: cellphone smartphone holding_phone looking_at_phone
cellphone: smartphone ; computer: laptop ; musical_instrument: string_instrument percussion_instrument wind_instrument holding_musical_instrument piano
string_instrument: guitar violin harp ; guitar: electric_guitar ; wind_instrument: flute trumpet ; percussion_instrument: drum
ball: soccer_ball holding_ball tennis_ball
mammal: canid felid bovid equid rodent lagomorph mustelid procyonid marsupial cetacean human primate ursine murid elephant giraffe red_panda hedgehog seal
mammal: giant_panda camel llama alpaca sloth armadillo monkey ; canid: canine canid_humanoid ; canine: canis fox mythological_canine
canis: wolf domestic_dog jackal coyote ; fox: red_fox arctic_fox
domestic_dog: herding_dog spitz mastiff terrier hunting_dog husky shiba_inu poodle chihuahua dachshund pomeranian samoyed dalmatian rottweiler labrador
domestic_dog: golden_retriever dobermann welsh_corgi nordic_sled_dog beagle ; herding_dog: german_shepherd border_collie collie welsh_corgi
collie: border_collie ; nordic_sled_dog: husky samoyed ; spitz: shiba_inu pomeranian nordic_sled_dog ; felid: feline pantherine felid_humanoid
feline: felis cougar cheetah lynx caracal serval ; felis: domestic_cat ; domestic_cat: siamese maine_coon sphynx_(cat)
pantherine: lion tiger leopard jaguar snow_leopard clouded_leopard ; lagomorph: rabbit hare ; rabbit: domestic_rabbit ; equid: equine
equine: horse pony donkey unicorn pegasus winged_unicorn ; pony: earth_pony ; bovid: bovine caprine ; caprine: goat sheep ; bovine: cattle
ursine: polar_bear brown_bear black_bear grizzly_bear ; brown_bear: grizzly_bear
rodent: mouse rat hamster beaver capybara chipmunk guinea_pig chinchilla porcupine sciurid murid ; sciurid: tree_squirrel chipmunk ; mustelid: badger musteline
musteline: domestic_ferret stoat wolverine badger ; procyonid: raccoon ; marsupial: kangaroo koala ; cetacean: orca
reptile: lizard snake crocodilian turtle dinosaur ; crocodilian: crocodile alligator ; lizard: gecko chameleon monitor_lizard ; monitor_lizard: komodo_dragon
snake: python ; scalie: reptile dragon kobold ; dinosaur: theropod stegosaurus ceratopsian ; theropod: dromaeosaurid tyrannosaurus_rex
ceratopsian: triceratops ; avian: bird gryphon mythological_avian
bird: parrot owl penguin corvid duck swan chicken eagle pigeon gull crow accipitrid anatid galliform goose flamingo sparrow hummingbird
parrot: macaw cockatiel cockatoo ; owl: barn_owl ; corvid: crow raven ; fish: shark koi goldfish ; shark: great_white_shark tiger_shark
amphibian: frog axolotl ; arthropod: insect arachnid crab shrimp ; insect: bee beetle lepidopteran ant ladybug dragonfly ; lepidopteran: moth
arachnid: spider scorpion ; dragon: western_dragon eastern_dragon wyvern furred_dragon ; elf: dark_elf
animal_humanoid: cat_humanoid dog_humanoid fox_humanoid wolf_humanoid rabbit_humanoid dragon_humanoid canine_humanoid felid_humanoid canid_humanoid
animal_humanoid: mammal_humanoid ; undead: zombie ; machine: robot living_machine ; robot: android animatronic
pokemon_(species): eeveelution legendary_pokemon
black_clothing: black_topwear black_bottomwear black_footwear black_legwear black_handwear black_headwear black_shirt black_jacket black_pants black_shorts
black_clothing: black_skirt black_dress black_gloves black_socks black_hoodie black_coat black_cape black_boots black_shoes
white_clothing: white_topwear white_bottomwear white_footwear white_legwear white_handwear white_shirt white_jacket white_pants white_shorts white_skirt
white_clothing: white_dress white_gloves white_socks white_apron white_boots white_shoes
red_clothing: red_topwear red_footwear red_shirt red_jacket red_pants red_shorts red_skirt red_dress red_gloves red_cape red_boots red_shoes
blue_clothing: blue_topwear blue_bottomwear blue_footwear blue_shirt blue_jacket blue_pants blue_shorts blue_skirt blue_dress blue_gloves blue_shoes
brown_clothing: brown_footwear brown_shirt brown_jacket brown_pants brown_gloves brown_boots brown_shoes ; green_clothing: green_shirt green_jacket green_dress
yellow_clothing: yellow_shirt yellow_dress ; pink_clothing: pink_shirt pink_skirt pink_dress ; purple_clothing: purple_shirt purple_dress
grey_clothing: grey_shirt grey_pants ; orange_clothing: orange_shirt ; black_topwear: black_shirt black_jacket black_hoodie black_coat
white_topwear: white_shirt white_jacket ; red_topwear: red_shirt red_jacket ; blue_topwear: blue_shirt blue_jacket
black_bottomwear: black_pants black_shorts black_skirt ; white_bottomwear: white_pants white_shorts white_skirt
blue_bottomwear: blue_pants blue_shorts blue_skirt ; black_footwear: black_boots black_shoes black_socks ; white_footwear: white_boots white_shoes white_socks
red_footwear: red_boots red_shoes ; blue_footwear: blue_shoes ; brown_footwear: brown_boots brown_shoes ; black_handwear: black_gloves
white_handwear: white_gloves ; white_body: white_fur white_skin white_scales white_feathers ; black_body: black_fur black_skin black_scales black_feathers
blue_body: blue_fur blue_skin blue_scales blue_feathers ; brown_body: brown_fur brown_feathers ; grey_body: grey_fur grey_skin
red_body: red_fur red_skin red_scales red_feathers ; green_body: green_fur green_skin green_scales ; orange_body: orange_fur orange_skin
yellow_body: yellow_fur yellow_skin yellow_feathers ; pink_body: pink_fur pink_skin ; purple_body: purple_fur purple_skin ; tan_body: tan_fur tan_skin
dark_body: dark_fur dark_skin ; light_body: light_fur light_skin ; two_tone_body: two_tone_fur ; clothed: fully_clothed open_clothing
open_clothing: open_topwear ; open_topwear: open_shirt open_jacket ; torn_clothing: torn_shirt ; pattern_clothing: plaid_clothing camo_clothing
plaid_clothing: plaid_skirt ; tight_clothing: skinsuit ; skinsuit: bodysuit ; multicolored_clothing: two_tone_clothing ; denim: denim_clothing
denim_clothing: denim_bottomwear ; denim_bottomwear: jeans ; leather: leather_clothing ; leather_clothing: leather_jacket ; sandals: flip_flops
sweater: turtleneck sweater_vest ; vest: sweater_vest ; collared_shirt: polo_shirt dress_shirt ; costume: halloween_costume santa_costume fursuit
helmet: hard_hat ; crown: tiara ; mask: gas_mask surgical_mask fox_mask ; ring: wedding_ring ; watch: wristwatch pocketwatch ; clock: watch
headphones: headset ; bell: jingle_bell bell_collar ; goggles: goggles_on_head ; eyewear_on_head: goggles_on_head ; ribbons: hair_ribbon tail_ribbon
hair_ribbon: hair_bow ; tail_ribbon: tail_bow ; eyebrows: raised_eyebrow thick_eyebrows eyebrow_through_hair ; eyelashes: long_eyelashes
makeup: eyeshadow eyeliner mascara lipstick ; crying: tears_of_joy ; wink: winking_at_viewer ; fangs: cute_fangs ; mouth_closed: closed_smile
ponytail: side_ponytail ; braided_hair: single_braid twin_braids ; translucent_hair: eyebrow_through_hair eye_through_hair eyelashes_through_hair
glowing: glowing_eyes glowing_markings bioluminescence ; multicolored_eyes: two_tone_eyes ; leaning: leaning_forward
pose: fighting_pose action_pose multiple_poses paw_pose ; standing: on_one_leg ; hug: hugging_object ; bed: sitting_on_bed lying_on_bed
chair: sitting_on_chair ; sofa: sitting_on_sofa ; knife: holding_knife ; staff: holding_staff ; book: holding_book
looking_at_object: looking_at_phone looking_at_mirror ; looking_at_another: eye_contact ; umbrella: holding_umbrella ; microphone: holding_microphone
bottle: holding_bottle water_bottle ; sign: holding_sign ; camera: holding_camera ; tools: holding_tool hammer shovel wrench screwdriver kitchen_utensils
plushie: holding_plushie teddy_bear ; forest: jungle forest_background ; nature: nature_background ; geometric_background: grid_background
city: city_background cityscape ; sky: blue_sky cloudy_sky starry_sky ; cloud: cloudy_sky ; moon: full_moon crescent_moon ; water: sea underwater
snow: snowing snowball ; light: sunlight moonlight lighting backlighting ; sunlight: sunbeam ; building: house ; male: male_focus athletic_male
female: female_focus athletic_female ; nails: fingernails toenails colored_nails ; fingernails: sharp_fingernails ; feet: toes barefoot hindpaw
fin: dorsal_fin tail_fin ; spikes: spikes_(anatomy) spiked_collar ; spikes_(anatomy): back_spikes ; tail_markings: dipstick_tail
spots: spotted_fur leopard_spots ; membrane_(anatomy): membranous_wings webbed_hands webbed_feet ; hooves: unguligrade ; prosthetic: prosthetic_limb
prosthetic_limb: prosthetic_arm ; countershading: countershade_fur ; humanoid: animal_humanoid ; canine_humanoid: dog_humanoid fox_humanoid wolf_humanoid
felid_humanoid: cat_humanoid ; canid_humanoid: canine_humanoid ; mammal_humanoid: canid_humanoid felid_humanoid ; murid: mouse rat ; accipitrid: eagle
anatid: duck swan ; galliform: chicken turkey peafowl ; mythological_avian: gryphon harpy phoenix ; mythological_canine: cerberus werewolf ; horse: pony
dromaeosaurid: velociraptor ; western_dragon: wyvern ; turtle: tortoise ; bone: skeleton skull ; outline: black_outline white_outline ; detailed: detailed_fur
sketch: colored_sketch sketch_background ; shaded: cel_shading soft_shading ; 3d_(artwork): 3d_animation ; comic: 4koma ; table: desk ; bedding: blanket
cutlery: spoon fork ; kitchen_utensils: cutlery frying_pan ; box: gift_box ; ice: icicle ; boat: sailing_boat ; meat: bacon sausage ; noodles: ramen
pastry: pie doughnut ; candy: lollipop chocolate ; rock: boulder ; kerchief: neckerchief handkerchief
`;
