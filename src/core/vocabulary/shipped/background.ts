/** What is behind the figure: plain, patterned, a place, a time. */
export const background = `
@ general general
both simple_background white_background grey_background black_background transparent_background gradient_background abstract_background
both blue_background pink_background purple_background green_background red_background yellow_background brown_background orange_background
both dotted_background checkered_background halftone_background rainbow_background grid_background photo_background heart_background
e6 blurred_background starry_background
pattern_background ~ patterned_background
monotone_background ~ monochrome_background
nature_background ~ nature
forest_background > forest
city_background > city
cosmic_background ~ space
e6 detailed_background tan_background teal_background textured_background geometric_background space_background spiral_background fire_background
e6 colorful_background amazing_background sketch_background painted_background bedding_background landscape_background star-shaped_background
booru aqua_background polka_dot_background argyle_background plaid_background sunburst_background scenery

@ general general
outside = outdoors
inside = indoors
raining = rain
sea = ocean
seaside ~ beach
star ! star_(sky)
starry_sky = starry_sky
both sky night day sunset sunrise dusk evening twilight moon full_moon crescent_moon snow snowing winter autumn summer blue_sky
booru dawn spring_(season) night_sky
both cloud cloudy_sky water river lake waterfall pond puddle underwater island mountain hill cliff cave canyon desert field jungle
e6 wave beach forest swamp
booru waves wetland
both ruins cityscape skyline street alley road bridge building house castle tower village town tree grass moss mud ice fire smoke fog
e6 city
booru bush
both bedroom bathroom kitchen living_room library office gym hallway balcony rooftop garden park playground stage restaurant cafe
e6 bar store
booru bar_(place) shop train_station
both poolside shrine temple church dungeon laboratory hospital prison train airplane spacecraft boat ship planet galaxy
e6 cemetery space
booru pool graveyard earth_(planet) aurora
both rainbow lightning storm sunlight moonlight sunbeam shadow bokeh lantern fence stairs window door brick_wall ceiling floor
e6 street_lamp wall_(structure) wood_floor tile
booru light_rays lamppost wooden_floor tiles
both sand rock crystal leaf petals falling_leaves sunflower lily_pad mushroom vines bamboo palm_tree pine_tree tree_stump log branch
e6 cherry_blossom
booru falling_petals cherry_blossoms rose
e6 campfire tropical savanna meadow farm barn stable locker_room
booru horizon east_asian_architecture architecture torii sliding_doors tatami kotatsu curtains railing pillar arch bookshelf chalkboard power_lines utility_pole
booru traffic_light crosswalk
booru city_lights wooden_fence chain-link_fence bare_tree tulip hydrangea lotus spider_lily dandelion red_flower white_flower blue_flower pink_flower
booru yellow_flower purple_flower red_rose blue_rose white_rose
booru convenience_store vending_machine ferris_wheel festival fireworks summer_festival market aquarium greenhouse train_interior car_interior pier lighthouse
booru windmill autumn_leaves maple_leaf snowman
@ general general
both birthday party wedding picnic concert
booru christmas halloween valentine new_year
@ general general
e6 nature
booru blurry_background two-tone_background wind reflection water_drop crescent
`;
