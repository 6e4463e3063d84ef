/** Eyes: their colour and form. */
export const eyes = `
@ general general
both blue_eyes green_eyes red_eyes brown_eyes purple_eyes pink_eyes orange_eyes grey_eyes black_eyes white_eyes heterochromia slit_pupils multicolored_eyes
both glowing_eyes no_pupils white_pupils red_pupils
e6 yellow_eyes pupils
booru glowing_eye
both black_sclera red_sclera yellow_sclera blue_sclera colored_sclera eyeshadow eyeliner makeup mascara lipstick horizontal_pupils symbol-shaped_pupils
e6 3_eyes 1_eye eye_bags face_paint
booru one-eyed cyclops bags_under_eyes facepaint cross-shaped_pupils star-shaped_pupils
teal_eyes ~ aqua_eyes
amber_eyes ~ yellow_eyes
multi_eye ~ extra_eyes
eye_patch = eyepatch
e6 tan_eyes gradient_eyes green_sclera purple_sclera orange_sclera eye_markings big_eyes pink_sclera two_tone_eyes ringed_eyes blue_pupils
e6 green_pupils yellow_pupils purple_pupils orange_pupils pink_pupils dipstick_ears no_sclera small_pupils eye_scar blind 4_eyes 6_eyes compound_eyes
booru two-tone_eyes gradient_eyes bright_pupils blank_eyes shiny_eyes blue_pupils ringed_eyes mechanical_eye third_eye scar_across_eye scar_on_cheek mole
booru mole_under_eye mole_under_mouth mole_on_cheek eye_trail solid_circle_eyes solid_oval_eyes dashed_eyes diamond-shaped_pupils flower-shaped_pupils
booru x-shaped_pupils blue_eyeshadow red_eyeshadow purple_eyeshadow pink_eyeshadow red_eyeliner pink_lips red_lips black_lips

@ species general
e6 cyclops
`;
