/** What is worn besides garments, and on the head. */
export const accessories = `
@ general general
both hat headphones glasses sunglasses goggles scarf necktie choker necklace jewelry belt baseball_cap beanie beret top_hat witch_hat cowboy_hat straw_hat
both sun_hat santa_hat party_hat chef_hat fedora headband crown tiara veil gas_mask surgical_mask fox_mask blindfold monocle earmuffs wreath
e6 neckerchief nurse_hat head_wreath laurel_wreath
booru nurse_cap half_mask laurel_crown
both bracelet ring wedding_ring bangle armlet brooch badge medal watch wristwatch pearl_necklace cross_necklace dog_tags lanyard bell jingle_bell belt_buckle
both backpack bag handbag satchel shoulder_bag holster fanny_pack briefcase suitcase umbrella parasol folding_fan cane wheelchair headset armband sweatband
both ascot
e6 pendant locket pocketwatch sash
booru anklet amulet pendant pocket_watch stud_earrings single_earring gem neck_bell ribbon_choker pouch quiver crutch mouth_mask
ear_ring = earrings
collar ~ collar
headgear ! headgear
ribbons = ribbon
bandage = bandages
handkerchief = handkerchief
kerchief ~ bandana
military_hat ~ military_hat
hard_hat = hard_hat
flower_crown ~ head_wreath
e6 nose_ring lip_ring eyebrow_ring gauged_ear facial_piercing tail_jewelry gold_jewelry gold_(metal) headdress spiked_collar collar_tag harness saddle bridle
e6 bracers bow_(feature) bow_accessory ear_bow tail_bow tail_ribbon neck_bow feather_in_hair police_hat peaked_cap visor eyewear_on_head goggles_on_head
booru hat_ribbon hat_bow hat_flower hat_feather hat_ornament mini_hat mini_top_hat mob_cap peaked_cap garrison_cap sailor_hat police_hat bucket_hat jester_cap
booru animal_hat rice_hat red_ribbon black_ribbon white_ribbon blue_ribbon pink_ribbon neck_ribbon wrist_ribbon leg_ribbon red_neckerchief blue_neckerchief
booru red_necktie black_necktie blue_necktie red_bowtie black_bowtie blue_bowtie red_scarf white_scarf black_scarf blue_scarf plaid_scarf black_choker
booru animal_collar detached_collar
booru round_eyewear semi-rimless_eyewear under-rim_eyewear rimless_eyewear black-framed_eyewear red-framed_eyewear tinted_eyewear eyewear_on_head
booru eyewear_on_headwear goggles_on_head goggles_on_headwear goggles_around_neck headphones_around_neck mask_on_head mask_pull covered_eyes hoop_earrings
booru star_earrings heart_earrings crystal_earrings flower_earrings cross_earrings ear_covers earpiece ear_tag wrist_cuffs thighlet black_belt brown_belt
booru white_belt loose_belt utility_belt belt_pouch thigh_strap thigh_pouch arm_strap school_bag duffel_bag tote_bag drawstring pom_pom_(clothes) id_card
booru name_tag hachimaki circlet mini_crown bonnet headdress crescent_hat_ornament o-ring beads bead_necklace bead_bracelet magatama prayer_beads rosary cross
booru latin_cross feather_boa shimenawa rope chain
@ general general
both mask
e6 accessory bell_collar
booru black_hat white_hat red_hat blue_hat brown_hat wristband hand_fan bespectacled visor_cap no_headwear unworn_headwear unworn_hat yellow_ribbon green_ribbon
booru purple_ribbon
`;
