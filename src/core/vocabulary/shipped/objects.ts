/** Things in a picture: furniture, tools, weapons, food, vehicles. */
export const objects = `
@ general general
both weapon sword katana knife dagger axe spear polearm staff wand bow_(weapon) gun rifle handgun shotgun sniper_rifle hammer shield scythe mace scabbard bomb
both grenade chainsaw trident halberd rapier greatsword dual_wielding
booru arrow_(projectile) sheath
both bed chair table desk bench stool pillow blanket mirror clock lamp candle rug carpet cushion cabinet shelf cup mug bottle plate bowl spoon fork chopsticks
both teapot kettle frying_pan tray basket box crate barrel bucket book pen paper map letter envelope newspaper scroll key lock phone cellphone smartphone
both computer laptop monitor television camera microphone speaker radio game_controller game_console
e6 tea_cup computer_keyboard
booru teacup pencil
both guitar electric_guitar piano violin drum flute trumpet harp ball soccer_ball baseball_bat tennis_racket tennis_ball balloon teddy_bear toy playing_card
both dice flag banner sign statue torch lighter cigarette smoking cigar tent ladder broom mop shovel pickaxe wrench screwdriver scissors thread yarn gift
both gift_box christmas_tree jack-o'-lantern pumpkin egg easter_egg snowball icicle treasure_chest coin money crystal_ball potion anchor telescope binoculars
both test_tube syringe
e6 doll poster pipe rope chain snowflake skull bone cross pills
booru saxophone sheet_music volleyball_(object) baseball kite chess_piece matches needle snowflakes gold pill
both car truck motorcycle bicycle bus helicopter rocket wheel steering_wheel
e6 sailing_boat
booru tank sailboat submarine
both food fruit apple banana orange_(fruit) lemon strawberry cherry watermelon pineapple pear coconut tomato carrot potato onion corn vegetable bread burger
both pizza hot_dog noodles ramen rice sushi onigiri soup meat bacon sausage cheese cake cupcake cookie pie ice_cream ice_cream_cone candy lollipop chocolate
both pancake waffle popcorn tea coffee milk soda beer wine alcohol sake cocktail bubble_tea drinking_straw
e6 fries doughnut
booru peach blueberry sandwich french_fries egg_(food) juice

e6 vehicle furniture container kitchen_utensils tools ranged_weapon melee_weapon wood metal
beverage = drink
sofa = couch
plushie ~ stuffed_animal
flower = flower
plant = plant
both water_bottle bouquet potted_plant vase shell seashell
e6 writing_utensil beverage_can electronics computer_mouse controller gaming musical_instrument string_instrument percussion_instrument wind_instrument sport
e6 dessert pastry cutlery blinds boulder trash trash_can picture_frame soap towel bathtub sink fridge oven stove counter
booru can cellphone_photo stuffed_toy stuffed_rabbit stuffed_cat whiteboard school_desk notebook ruler clipboard drawing_tablet handheld_game_console
booru nintendo_switch acoustic_guitar instrument music drumsticks microphone_stand megaphone spotlight glowstick stage_lights submachine_gun machine_gun
booru revolver muzzle_flash bullet shell_casing ammunition_belt magazine_(weapon) scope gunblade huge_weapon energy_sword lightsaber planted_sword sheathed
booru crossbow kunai shuriken naginata wakizashi bokken shinai ofuda talisman gohei magic_circle grimoire open_book book_stack crepe dango taiyaki mochi wagashi
booru pudding macaron parfait shaved_ice cotton_candy candy_apple candy_cane bento takoyaki curry omurice tempura fried_egg croissant baguette melon_bread pocky
booru chocolate_chip_cookie wrapped_candy cutting_board ladle spatula rice_bowl saucer disposable_cup beer_mug beer_can wine_bottle tokkuri choko_(cup) gourd
booru kiseru futon bed_sheet armchair throne folding_chair swing hammock beach_umbrella innertube beachball lifebuoy surfboard towel watering_can motor_vehicle
booru military_vehicle aircraft watercraft scooter hot_air_balloon airship drone paper_airplane paper_lantern stone_lantern wind_chime maneki-neko tanabata
booru tanzaku fishing_rod net cage birdcage gears trophy
@ general general
e6 bedding
booru machinery poke_ball popsicle mini_person
`;
