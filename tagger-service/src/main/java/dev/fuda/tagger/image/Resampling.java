package dev.fuda.tagger.image;

/** The way in which a picture changes its size. Results equal those of the program that a tagger was trained with. */
public enum Resampling {
    /** OpenCV's INTER_AREA. */
    AREA,
    /** Pillow's BICUBIC, antialiased. */
    BICUBIC,
    /** Pillow's LANCZOS, antialiased. */
    LANCZOS,
    /** AREA where the picture is larger than the goal, LANCZOS where it isn't: kohya's WD14 tagger. */
    AREA_OR_LANCZOS;

    /** The picture stretched to a size. */
    public Bitmap resize(Picture picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture.bitmap();
        }
        return switch (this) {
            case AREA -> picture.resizedByArea(width, height);
            case BICUBIC -> PillowResampling.BICUBIC.resize(picture, width, height);
            case LANCZOS -> PillowResampling.LANCZOS.resize(picture, width, height);
            case AREA_OR_LANCZOS ->
                Math.max(picture.width(), picture.height()) > Math.max(width, height)
                        ? AREA.resize(picture, width, height)
                        : LANCZOS.resize(picture, width, height);
        };
    }
}
