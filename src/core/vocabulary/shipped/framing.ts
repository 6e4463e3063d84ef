/** How much of a figure is seen, from where, and where it looks. */
export const framing = `
@ general general
side_view = from_side
rear_view = from_behind
low-angle_view = from_below
high-angle_view = from_above
first_person_view = pov
front_view ~ straight-on
front_view ~ facing_viewer
three-quarter_view ~ from_side
worm's-eye_view > from_below
bird's-eye_view > from_above
fisheye_lens = fisheye
both dutch_angle foreshortening close-up perspective selfie
e6 upside_down faceless_character
booru upside-down out_of_frame head_out_of_frame split_screen
e6 camera_view waterline_view
booru profile facing_away from_outside wide_shot very_wide_shot cropped_legs cropped_torso cropped_arms cropped_head
booru feet_out_of_frame foot_out_of_frame lower_body head_only eye_focus hand_focus foot_focus back_focus solo_focus
booru male_focus animal_focus flower_focus food_focus weapon_focus vehicle_focus

@ meta general
full-length_portrait = full_body
three-quarter_portrait = cowboy_shot
half-length_portrait = upper_body
bust_portrait ~ upper_body
headshot_portrait = portrait
portrait ! portrait

@ general general
both looking_at_viewer looking_back looking_up looking_down looking_at_another looking_at_object looking_at_phone looking_ahead eye_contact
e6 stare
booru staring
e6 looking_through_window
booru looking_over_eyewear
looking_aside = looking_to_the_side
looking_away ~ averting_eyes
e6 looking_back_at_viewer looking_down_at_viewer looking_up_at_viewer smiling_at_viewer talking_to_viewer pointing_at_viewer waving_at_viewer winking_at_viewer
e6 reaching_towards_viewer looking_at_mirror looking_at_self grinning_at_viewer offering_to_viewer
booru looking_afar sideways_glance pointing_at_viewer reaching_towards_viewer facing_another facing_to_the_side looking_at_mirror
`;
