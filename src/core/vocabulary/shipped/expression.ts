/** What a face shows. */
export const expression = `
@ general general
both smile open_mouth blush tears crying angry sad happy grin smirk frown one_eye_closed sharp_teeth sweat screaming expressionless nervous scared serious
both bored worried annoyed shy excited
e6 mouth_closed yelling laugh confusion tired wink
booru closed_mouth shouting laughing surprised confused sleepy
both tongue_out tongue teeth clenched_teeth half-closed_eyes narrowed_eyes raised_eyebrow wavy_mouth parted_lips evil_grin
e6 tears_of_joy
booru furrowed_brow light_blush nose_blush light_smile evil_smile crazy_smile crying_with_eyes_open happy_tears streaming_tears
both dilated_pupils constricted_pupils empty_eyes sweatdrop trembling
e6 spiral_eyes cross-popping_vein
booru heart-shaped_pupils @_@ anger_vein
eyes_closed = closed_eyes
facial_scar = scar_on_face
pouting = pout
wide_eyed = wide-eyed
cross-eyed = cross-eyed
fangs ~ fangs
e6 mischievous_smile smug toothy_smile cute_fangs one_eye_half-closed tongue_showing teeth_showing smiling_at_partner puffed_cheeks shocked disgust grumpy scowl
e6 snarling growling unimpressed relaxing curious determined proud jealous
booru smug :d :o :p :3 ;d ;) :q :< :t :/ :| :i xd >_< ^_^ o_o +_+ =_= 0_0 d: |_| ._. doyagao triangle_mouth chestnut_mouth dot_mouth dot_nose no_nose skin_fang
booru fang_out wiping_tears tearing_up turn_pale shaded_face full-face_blush ear_blush grimace puff_of_air puffy_cheeks upper_teeth_only round_teeth jitome
booru tsurime tareme sanpaku disgust determined depressed despair lonely panicking flustered thinking yawning sneezing whistling pain glaring scowl
booru v-shaped_eyebrows raised_eyebrows
@ general general
e6 panting open_smile breath closed_smile
booru fang flying_sweatdrops lips breath notice_lines
`;
