/** How a body is held and what it does. */
export const pose = `
@ general general
both standing sitting lying kneeling walking running jumping flying swimming floating falling sleeping dancing climbing crawling stretching leaning
both leaning_forward
e6 fight
booru fighting leaning_back
both on_back on_side all_fours crossed_arms crossed_legs waving pointing hug reading cooking eating drinking singing driving riding
e6 carrying_another drawing
booru carrying writing
both spread_arms outstretched_arms reaching salute bowing hiding head_tilt
e6 fighting_pose on_one_leg shrug hand_on_face hand_on_shoulder hand_on_head
booru fighting_stance standing_on_one_leg outstretched_hand shrugging hand_on_own_face
both finger_to_mouth covering_face thumbs_up crossed_ankles praying sitting_on_lap
e6 hands_together covering_mouth covering_eyes knock-kneed meditation sitting_on_chair sitting_on_ground
booru own_hands_together heart_hands knees_up on_floor
both diving surfing skating skateboarding boxing fishing shopping taking_picture
e6 midair partially_submerged cycling gardening playing_music
booru wading archery watching_television playing_instrument
both piggyback shoulder_carry high_five handshake kissing_cheek cuddling
e6 bridal_carry kissing nuzzling
booru headpat princess_carry back-to-back side-by-side face-to-face nuzzle
on_front = on_stomach
crouching = squatting
hands_behind_back = arms_behind_back
hands_behind_head = arms_behind_head
hand_behind_head = arm_behind_head
raised_arm = arm_up
raised_arms = arms_up
raised_leg ~ leg_lift
hand_on_hip = hand_on_own_hip
hands_on_hips = hands_on_own_hips
fist = clenched_hand
hand_holding = holding_hands
action_pose = dynamic_pose
jojo_pose = jojo_pose
hand_in_pocket = hand_in_pocket
hand_in_pocket < hands_in_pockets
finger_gun = finger_gun
v_sign = v
multiple_poses < multiple_views
multiple_angles < multiple_views
e6 pose on_hind_legs biped quadruped bent_legs hand_on_chin hand_on_knee hand_on_leg hand_on_arm hand_on_cheek raised_hand raised_tail raised_paw paw_pose
e6 fetal_pose
e6 sitting_on_bed sitting_on_sofa lying_on_bed lying_on_ground leaning_on_wall leaning_on_object hand_gesture gesture pointing_at_self ok_sign hugging_object
e6 holding_character raised_foot step_pose balancing personal_grooming petting scratching sneeze yawn
booru wariza seiza indian_style fetal_position hand_up hands_up hand_on_own_chest hand_on_own_cheek hand_on_own_chin hand_on_own_head hand_to_own_mouth
booru hands_on_own_face
booru hand_on_headwear adjusting_eyewear adjusting_headwear adjusting_hair adjusting_clothes adjusting_gloves tucking_hair hand_in_own_hair hugging_own_legs
booru hugging_object hand_on_another's_shoulder hand_on_another's_head
booru arm_at_side arms_at_sides arm_support arm_behind_back w_arms contrapposto battle standing_split midair on_one_knee sitting_on_object under_covers
booru against_wall leaning_to_the_side
booru double_v ok_sign index_finger_raised pinky_out paw_pose claw_pose open_hand outstretched_arm head_rest hugging_doll shushing facepalm scratching_cheek
booru pointing_up pointing_at_self beckoning waking_up
booru lap_pillow carrying_person arm_around_shoulder locked_arms interlocked_fingers hug_from_behind head_on_chest cheek-to-cheek forehead-to-forehead
booru imminent_kiss feeding playing_games playing_sports unsheathing firing
booru holding_sword holding_weapon holding_gun holding_staff holding_book holding_cup holding_phone holding_umbrella holding_flower holding_food holding_bag
booru holding_fan holding_knife holding_polearm holding_microphone holding_bouquet holding_pen holding_animal holding_tray holding_bottle holding_fruit
booru holding_plate holding_doll holding_spoon holding_stick holding_bow_(weapon) holding_instrument holding_paper holding_sign holding_camera holding_ball
booru holding_card
e6 holding_weapon holding_sword holding_gun holding_staff holding_book holding_cup holding_phone holding_umbrella holding_flower holding_food holding_bag
e6 holding_knife holding_polearm holding_microphone holding_bottle holding_pencil holding_sign holding_camera holding_ball holding_beverage holding_container
e6 holding_musical_instrument holding_tool holding_melee_weapon holding_fruit holding_paper
holding_object = holding
holding_plushie ~ holding_stuffed_toy
`;
