/** Kinds of beings: e621 keeps them in a category of their own, Danbooru among the general names. */
export const species = `
@ general general
anthro = furry
feral ~ animal
e6 semi-anthro
booru furry_female furry_male furry_with_furry furry_with_non-furry personification creature kemonomimi_mode

@ species general
domestic_cat = cat
domestic_dog = dog
animal_humanoid ~ animal_ears
cat_humanoid + cat_girl
cat_humanoid + cat_boy
dog_humanoid + dog_girl
fox_humanoid + fox_girl
wolf_humanoid + wolf_girl
rabbit_humanoid + rabbit_girl
dragon_humanoid + dragon_girl
pokemon_(species) = pokemon_(creature)
robot = robot
mouse = mouse_(animal)
lagomorph < rabbit
rabbit = rabbit
equine < horse
horse = horse
domestic_pig = pig
cattle ~ cow
goo_creature ~ slime_(creature)
arachnid < spider
avian < bird
bird = bird
alien = alien
dinosaur = dinosaur
demon = demon
angel = angel
elf = elf
dark_elf ~ dark_elf
lamia = lamia
merfolk ~ mermaid
harpy = harpy
centaur = centaur
zombie ~ zombie
undead ~ undead
ghost ~ ghost
vampire ~ vampire
fairy = fairy
goblin = goblin
orc = orc
oni = oni
minotaur = minotaur
werewolf ~ werewolf
unicorn = unicorn
pegasus = pegasus
phoenix ~ phoenix
gryphon = griffin
both wolf fox dragon
both lion tiger sheep goat hamster raccoon shark fish octopus jellyfish crab shrimp snail frog turtle snake lizard crocodile penguin owl eagle crow parrot duck
both goose swan chicken flamingo moth bee beetle dragonfly ladybug ant monkey gorilla elephant giraffe red_panda polar_bear hedgehog axolotl pigeon sparrow
both starfish goldfish koi manta_ray
e6 leopard cheetah lynx pantherine tree_squirrel rat seal tortoise alligator accipitrid turkey peafowl spider scorpion common_hippopotamus kangaroo koala
e6 giant_panda porcupine beaver skunk domestic_ferret badger jackal coyote camel llama alpaca donkey sloth armadillo chameleon gecko gull
booru bear deer squirrel otter whale dolphin squid hawk panda ferret weasel seagull
e6 human monster mammal canid canine canis felid feline felis mustelid bovid caprine cervine equid ursine procyonid marsupial murid cetacean reptile scalie
e6 amphibian arthropod insect lepidopteran western_dragon eastern_dragon wyvern furred_dragon hybrid mythological_canine mythological_avian animate_inanimate
e6 living_machine android protogen
e6 red_fox arctic_fox german_shepherd husky shiba_inu border_collie golden_retriever labrador welsh_corgi dalmatian dobermann rottweiler poodle chihuahua
e6 dachshund beagle samoyed pomeranian collie herding_dog spitz nordic_sled_dog mastiff terrier hunting_dog mixed_breed african_wild_dog maned_wolf
e6 spotted_hyena siamese maine_coon calico_cat sphynx_(cat) cougar snow_leopard clouded_leopard jaguar caracal serval bengal_tiger
e6 domestic_rabbit hare chipmunk guinea_pig chinchilla capybara grizzly_bear brown_bear black_bear reindeer moose elk wild_boar tanuki stoat wolverine
e6 honey_badger european_badger sea_otter orca great_white_shark tiger_shark requiem_shark crocodilian monitor_lizard komodo_dragon python theropod
e6 dromaeosaurid tyrannosaurus_rex velociraptor triceratops stegosaurus ceratopsian corvid raven anatid galliform barn_owl cockatiel macaw cockatoo hummingbird
e6 winged_unicorn earth_pony kobold lizardman naga satyr faun chimera hydra cerberus mythological_sphinx kirin living_plushie mythological_golem gargoyle mimic
e6 imp ogre dwarf flora_fauna
booru dog_boy fox_boy wolf_boy rabbit_boy horse_girl sheep_girl mouse_girl tiger_girl bear_girl bird_girl dragon_boy demon_girl demon_boy shark_girl slime_girl
booru monster_girl monster_boy spider_girl arthropod_girl plant_girl black_cat white_cat grey_cat orange_cat puppy kitten duckling chick bat_(animal)
booru eastern_dragon western_dragon wyvern monster humanoid_robot android mecha traditional_youkai shikigami yuki_onna tengu kappa jiangshi mummy golem
booru animal_on_head animal_on_shoulder bird_on_head bird_on_shoulder cat_on_head animalization orca dwarf dullahan doll puppet

@ species general
e6 humanoid taur
@ general general
e6 not_furry kemono machine skeleton slime humanoid_feet

@ species general
e6 rodent pony bovine sciurid musteline primate digimon_(species) canine_humanoid felid_humanoid canid_humanoid mammal_humanoid legendary_pokemon eeveelution
booru bug skeleton

@ species general
e6 animatronic
`;
