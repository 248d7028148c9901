package dev.fuda.tagger.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** OpenCV's resize by pixel area. */
final class AreaResampling {

    private AreaResampling() {}

    static Bitmap resize(Bitmap picture, int width, int height) {
        int type = opencv_core.CV_8UC(picture.channels());
        try (BytePointer pixels = new BytePointer(picture.data());
                Mat source = new Mat(picture.height(), picture.width(), type, pixels);
                Mat target = new Mat();
                Size size = new Size(width, height)) {
            opencv_imgproc.resize(source, target, size, 0, 0, opencv_imgproc.INTER_AREA);
            byte[] data = new byte[width * height * picture.channels()];
            try (BytePointer result = target.data()) {
                result.get(data);
            }
            return new Bitmap(width, height, picture.channels(), data);
        }
    }
}
