/** Hair: its length, colour, cut and what is worn in it. */
export const hair = `
@ general general
both long_hair short_hair medium_hair black_hair brown_hair blonde_hair white_hair blue_hair red_hair purple_hair pink_hair green_hair grey_hair orange_hair
both multicolored_hair rainbow_hair gradient_hair
booru very_long_hair
both ponytail side_ponytail double_bun single_braid twin_braids afro mohawk bald bob_cut hime_cut undercut wavy_hair straight_hair wet_hair ahoge
e6 spiky_hair
booru side_braid spiked_hair curly_hair floating_hair hair_intakes
both hair_bow hair_ribbon hairband hairclip hairpin hair_tie hair_over_eyes facial_hair beard mustache goatee sideburns stubble eyelashes thick_eyebrows
both long_eyelashes body_hair chest_hair
e6 eyebrows
two_tone_hair = two-tone_hair
braided_hair = braid
pigtails ~ twintails
hair_over_eye = hair_over_one_eye
hair_accessory = hair_ornament
flower_in_hair = hair_flower
translucent_hair = translucent_hair
highlights_(coloring) ~ streaked_hair
thick_eyelashes ~ thick_eyelashes
e6 eyebrow_through_hair
booru eyebrows_hidden_by_hair
e6 hair bangs tan_hair teal_hair dark_hair light_hair monotone_hair pseudo_hair mane tuft fluffy_hair big_hair tied_hair head_tuft cheek_tuft chest_tuft
e6 ear_tuft tail_tuft elbow_tuft neck_tuft shoulder_tuft drill_curls feather_hair glistening_hair wig eye_through_hair eyelashes_through_hair
booru absurdly_long_hair aqua_hair colored_inner_hair roots_(hair) blunt_bangs parted_bangs swept_bangs asymmetrical_bangs crossed_bangs choppy_bangs
booru hair_between_eyes sidelocks
booru low_ponytail high_ponytail short_ponytail folded_ponytail short_twintails low_twintails two_side_up one_side_up half_updo hair_up hair_down
booru hair_over_shoulder hair_rings drill_hair twin_drills braided_bun cone_hair_bun single_hair_bun single_side_bun crown_braid braided_ponytail
booru low-braided_long_hair loose_hair_strand hair_flaps
booru hair_bobbles x_hair_ornament star_hair_ornament heart_hair_ornament leaf_hair_ornament snake_hair_ornament feather_hair_ornament food-themed_hair_ornament
booru hair_bell hair_stick hair_beads hair_tubes hair_scrunchie kanzashi antenna_hair hair_slicked_back flipped_hair big_hair alternate_hairstyle
booru alternate_hair_color hair_pulled_back widow's_peak short_eyebrows forked_eyebrows no_eyebrows colored_eyelashes forehead white_headband
@ general general
both messy_hair dreadlocks hair_bun
booru black_hairband red_hairband white_hairband eyes_visible_through_hair short_hair_with_long_locks hair_spread_out double-parted_bangs low-tied_long_hair
booru asymmetrical_hair
booru very_short_hair hair_behind_ear long_bangs scrunchie
`;
