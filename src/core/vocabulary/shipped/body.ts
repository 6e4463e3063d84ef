/** Build, skin, marks, and the parts that people have only in pictures. */
export const body = `
@ general general
both muscular abs navel midriff freckles scar tattoo tail wings feathered_wings white_fur snout pawpads whiskers fingernails toenails sharp_fingernails
both collarbone dark_skin pale_skin blue_skin green_skin red_skin purple_skin grey_skin white_skin black_skin pink_skin yellow_skin orange_skin bare_shoulders
both bare_legs barefoot feet toes halo bat_wings dragon_wings insect_wings mechanical_wings black_wings white_wings red_wings blue_wings spread_wings head_wings
e6 animal_ears slim tall short muscular_arms vein tan_line glistening_skin membranous_wings folded_wings
booru veins colored_skin tan tanlines shiny_skin bare_arms legs neck back angel_wings demon_wings fairy_wings low_wings
both antlers broken_horn fluffy glowing scales feathers hooves beak gills prosthetic_arm exoskeleton bandaged_arm bandaged_leg dirty wet steam burn_scar
both facial_tattoo arm_tattoo tribal
e6 1_horn curled_horn black_horn white_horn red_horn antennae_(anatomy) prosthetic wounded arm_scar
booru single_horn curled_horns black_horns white_horns red_horns antennae mechanical_arms mechanical_legs stitches deep_wound injury scar_on_arm scar_on_chest
both ear_piercing lip_piercing nose_piercing eyebrow_piercing piercing
e6 multi_head multi_horn
booru giant multiple_heads multiple_horns
pecs = pectorals
facial_markings = facial_mark
colored_nails = nail_polish
humanoid_pointy_ears = pointy_ears
multi_tail = multiple_tails
horn = horns
fin = fins
fur ~ body_fur
paws ~ animal_hands
prosthetic_limb ~ prosthesis
multi_arm = extra_arms
biceps = biceps
overweight ~ plump
claws = claws
wrinkles = wrinkled_skin
black_fur = black_fur
blue_fur = blue_fur
brown_fur = brown_fur
e6 markings grey_fur red_fur orange_fur tan_fur yellow_fur pink_fur purple_fur green_fur two_tone_fur multicolored_fur spotted_fur countershading
e6 countershade_fur inner_ear_fluff fluffy_tail long_tail short_tail multicolored_tail white_tail black_tail prehensile_tail dipstick_tail tail_markings
e6 fluffy_ears floppy_ears long_ears big_ears short_ears notched_ear gloves_(marking) socks_(marking) mask_(marking) leg_markings arm_markings head_markings
e6 chest_markings cheek_markings spots leopard_spots star_(marking)
e6 white_body black_body blue_body brown_body red_body green_body grey_body orange_body pink_body purple_body tan_body yellow_body two_tone_body
e6 multicolored_body white_scales blue_scales green_scales red_scales black_scales white_feathers blue_feathers red_feathers brown_feathers black_feathers
e6 yellow_feathers membrane_(anatomy) webbed_hands webbed_feet 2_toes 3_toes 4_toes 5_toes 3_fingers 4_fingers 5_fingers digitigrade plantigrade unguligrade
e6 humanoid_hands toe_claws finger_claws white_claws black_claws black_nose pink_nose brown_nose tan_skin light_skin light_body dark_body white_belly tan_belly
e6 ridged_horn 2_horns
e6 handpaw hindpaw scutes talons dorsal_fin back_spikes spikes spikes_(anatomy) forked_tongue blue_tongue long_neck long_legs athletic big_tail thick_tail
e6 wing_claws head_crest fish_tail tail_fin light_fur dark_fur multi_wing multi_ear 4_ears 4_wings mechanical_arm robotic_arm glowing_markings bioluminescence
e6 gem horn_jewelry athletic_male athletic_female slightly_chubby
booru animal_ear_fluff cat_ears dog_ears fox_ears rabbit_ears wolf_ears horse_ears mouse_ears bear_ears cow_ears sheep_ears tiger_ears lion_ears raccoon_ears
booru fake_animal_ears floppy_ears long_pointy_ears ears_through_headwear ear_ornament extra_ears
booru cat_tail dog_tail fox_tail rabbit_tail wolf_tail horse_tail dragon_tail demon_tail cow_tail fish_tail squirrel_tail tiger_tail lion_tail mouse_tail
booru lizard_tail snake_tail large_tail tail_raised tail_wagging tail_ornament tail_bow tail_ribbon tail_ring
booru demon_horns dragon_horns goat_horns sheep_horns cow_horns skin-covered_horns multicolored_horns horn_ornament horn_bow horn_ribbon broken_halo yellow_halo
booru blue_halo red_halo pink_halo detached_wings multiple_wings mini_wings glowing_wings single_wing wing_ornament
booru dark-skinned_female dark-skinned_male very_dark_skin toned toned_male toned_female tall_female leg_hair arm_hair shoulder_blades ribs nail_art black_nails
booru red_nails blue_nails pink_nails purple_nails green_nails white_nails long_fingernails whisker_markings forehead_mark forehead_jewel chest_tattoo
booru leg_tattoo shoulder_tattoo neck_tattoo back_tattoo scar_on_nose scar_on_forehead scar_on_mouth cuts bruise bandaid bandaid_on_face bandaid_on_nose
booru bandaid_on_cheek bandaid_on_knee bandaged_head bandage_over_one_eye cyborg joints doll_joints mechanical_ears single_mechanical_arm robot_joints amputee
booru bone skull
@ general general
e6 facial_tuft arm_tuft nails disembodied_hand pink_pawpads black_pawpads ear_markings multicolored_ears black_ears two_tone_tail blue_tail brown_tail
e6 spotted_body
booru spikes nose faceless
`;
