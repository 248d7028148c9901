package dev.fuda.dataset.export;

/** The configuration files that trainers read beside the images. */
final class TrainerConfig {

    private TrainerConfig() {}

    /** The data-set block of an ai-toolkit job; folders are relative to the unpacked export. */
    static String aiToolkit(boolean control, boolean masks) {
        StringBuilder yaml = new StringBuilder("""
                # For ai-toolkit: put this list into config.process[0].datasets of the job,
                # and make the paths absolute or start the job in this folder.
                datasets:
                  - folder_path: "images"
                    caption_ext: "txt"
                """);
        if (control) {
            yaml.append("    control_path: \"control\"\n");
        }
        if (masks) {
            yaml.append("    mask_path: \"masks\"\n");
        }
        return yaml.append("""
                    caption_dropout_rate: 0
                    shuffle_tokens: false
                    num_repeats: 1
                    resolution: [512, 768, 1024]
                """).toString();
    }

    /** For {@code --dataset_config} of kohya's sd-scripts. */
    static String kohya(String folder, boolean control) {
        String path = folder.replace("\\", "\\\\").replace("\"", "\\\"");
        return """
                # For kohya's sd-scripts: --dataset_config dataset.toml, started in this folder.
                [general]
                caption_extension = ".txt"
                shuffle_caption = false

                [[datasets]]
                resolution = 1024
                enable_bucket = true
                batch_size = 1

                  [[datasets.subsets]]
                  image_dir = "%s"
                %s  num_repeats = 1
                """.formatted(path, control ? "  conditioning_data_dir = \"control\"\n" : "");
    }
}
