/** About the file and the page: resolution, text, marks, sheets, comics. */
export const meta = `
@ meta meta
hi_res = highres
absurd_res = absurdres
low_res = lowres
both official_art translated translation_request tagme source_request tall_image character_request
e6 colored wallpaper huge_filesize
booru commission colorized revision scan duplicate artist_request copyright_request
e6 16:9 4:3 1:1 2:3 3:2 4:5 5:4 16:10 9:16 widescreen unfinished alternate_version_at_source compression_artifacts japanese_text chinese_text russian_text
e6 spanish_text french_text korean_text multiple_images story loop
booru commentary english_commentary commentary_request chinese_commentary korean_commentary bad_id bad_pixiv_id bad_twitter_id variant_set jpeg_artifacts
booru md5_mismatch scan_artifacts downscaled upscaled resized non-web_source third-party_edit third-party_source partially_translated check_translation
booru textless_version key_visual promotional_art magazine_scan source_smaller image_sample animated_gif looping_animation video sound spoilers
booru second-party_source symbol-only_commentary skeb_commission pixiv_commission mixed-language_commentary paid_reward_available

@ meta general
model_sheet = reference_sheet
comic = comic
4koma = 4koma
cover ~ cover
watermark = watermark
signature = signature
artist_name = artist_name
character_name = character_name
dated = dated
url = web_address
sequence ~ multiple_views
multiple_scenes ~ multiple_views
letterbox = letterboxed
english_text = english_text
icon = profile_picture
@ general meta
superabsurd_res = incredibly_absurdres

@ meta general
expression_sheet ~ expression_chart

@ general general
border = border
white_border = white_border
page_number = page_number
patreon_logo = patreon_logo
both turnaround speech_bubble thought_bubble black_border sound_effects
booru twitter_username copyright_name copyright_notice
heart_symbol = heart
question_mark = ?
ellipsis = ...
exclamation_point = !
musical_note = musical_note

e6 dialogue narration text_box pink_border blue_border red_border black_bars symbol heart_reaction pawprint patreon_username number heart_(marking) color_swatch
booru character_profile chart diagram inset cut-in variations comparison sequential color_guide multiple_persona dual_persona rounded_corners red_border
booru blue_border pink_border grey_border picture_frame outside_border sticker emoji cover_page album_cover movie_poster poster_(object) dvd_cover manga_cover
booru title subtitled logo patreon_username pixiv_id pixiv_username instagram_username sample_watermark group_name artist_logo weibo_watermark timestamp
booru song_name circle_name dialogue_box text_focus chinese_text korean_text german_text spanish_text french_text russian_text romaji_text ranguage !? ?? !!
booru spoken_heart spoken_ellipsis spoken_question_mark spoken_exclamation_mark spoken_musical_note star_(symbol) arrow_(symbol) paw_print 2koma 3koma 5koma
booru multiple_4koma right-to-left_comic silent_comic

@ general general
e6 text logo
booru official_style borrowed_character

@ meta meta
e6 copyright_name multiple_versions
booru cropped
`;
