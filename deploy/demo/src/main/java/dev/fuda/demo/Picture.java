package dev.fuda.demo;

import java.awt.image.BufferedImage;
import java.util.List;

/** A drawn picture and what is to be seen on it, as Danbooru names it ({@code lower_case_with_underscores}). */
record Picture(BufferedImage image, List<String> tags) {}
