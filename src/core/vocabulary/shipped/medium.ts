/** How a picture is made, its colours and effects. */
export const medium = `
@ general general
both depth_of_field lens_flare motion_blur backlighting outline silhouette motion_lines glitter bubble confetti explosion electricity magic aura afterimage
e6 neon splash gradient emanata
booru partially_colored spot_color limited_palette high_contrast colorful pastel_colors muted_color sepia chromatic_aberration blurry film_grain scanlines
booru halftone hatching_(texture) splashing vignetting dappled_sunlight caustics emphasis_lines
sparkles = sparkle
e6 dramatic_lighting realistic chibi black_outline white_outline detailed_fur light dark particles
booru pale_color blue_theme red_theme pink_theme purple_theme green_theme yellow_theme orange_theme brown_theme grey_theme white_theme black_theme aqua_theme
booru anime_coloring retro_artstyle realistic photorealistic chibi chibi_only no_lineart sketch_background dark light_particles embers diffraction_spikes
booru blurry_foreground ligne_claire oekaki ukiyo-e art_nouveau surreal abstract horror_(theme) steampunk cyberpunk science_fiction fantasy medieval
booru 1980s_(style) 1990s_(style) 1970s_(style) 2000s_(style) tarot watercolor_effect western_comics_(style) toon_(style) collage fake_screenshot blending
booru negative_space

@ meta general
sketch = sketch
colored_sketch > sketch
pixel_(artwork) = pixel_art
3d_(artwork) = 3d
monochrome = monochrome
line_art = lineart
flat_colors = flat_color
black_and_white ~ greyscale
e6 digital_media_(artwork) digital_drawing_(artwork) digital_painting_(artwork) mixed_media 2d_animation 3d_animation

@ meta meta
concept_art = concept_art
traditional_media_(artwork) = traditional_media
watercolor_(artwork) = watercolor_(medium)
graphite_(artwork) = graphite_(medium)
colored_pencil_(artwork) = colored_pencil_(medium)
marker_(artwork) = marker_(medium)
oil_painting_(artwork) = oil_painting_(medium)
painting_(artwork) = painting_(medium)
photography_(artwork) = photo_(medium)
pen_(artwork) = pen_(medium)
acrylic_painting_(artwork) = acrylic_paint_(medium)
animated = animated
booru millipen_(medium) nib_pen_(medium) pastel_(medium) mixed_media blender_(medium) photoshop_(medium) unconventional_media vector_trace screenshot
booru anime_screenshot game_screenshot calligraphy_brush_(medium)

@ meta meta
e6 partially_colored spot_color restricted_palette high_contrast sepia chromatic_aberration halftone screentone greyscale cel_shading shaded soft_shading
e6 detailed colored_line_art lighting blue_theme pink_theme purple_theme green_theme warm_colors dark_theme
booru game_cg photo-referenced
`;
