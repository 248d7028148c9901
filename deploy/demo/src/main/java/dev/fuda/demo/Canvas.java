package dev.fuda.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** A picture being drawn, in coordinates from 0 to 1 across and from 0 to 1 down. */
final class Canvas implements AutoCloseable {

    private final BufferedImage image;
    private final Graphics2D pen;
    private final double width;
    private final double height;

    Canvas(int width, int height) {
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.width = width;
        this.height = height;
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    BufferedImage image() {
        return image;
    }

    /** Relation of the height to the width. */
    double slimness() {
        return height / width;
    }

    void fill(Color color) {
        fillRectangle(color, 0, 0, 1, 1);
    }

    /** From {@code top} above to {@code bottom} below, between the heights {@code from} and {@code to}. */
    void fade(Color top, Color bottom, double from, double to) {
        Paint paint = new GradientPaint(0, (float) (from * height), top, 0, (float) (to * height), bottom);
        paint(paint, rectangle(0, from, 1, to - from));
    }

    void fillRectangle(Color color, double x, double y, double w, double h) {
        paint(color, rectangle(x, y, w, h));
    }

    /** A circle of {@code radius}, as a share of the width. */
    void disc(Color color, double x, double y, double radius) {
        oval(color, x, y, radius, radius / slimness());
    }

    void oval(Color color, double x, double y, double radiusX, double radiusY) {
        paint(
                color,
                new Ellipse2D.Double(
                        (x - radiusX) * width, (y - radiusY) * height, 2 * radiusX * width, 2 * radiusY * height));
    }

    /** The area between points given as x, y, x, y, …, with round corners when {@code smooth}. */
    void area(Color color, boolean smooth, double... points) {
        Path2D path = new Path2D.Double();
        int count = points.length / 2;
        for (int i = 0; i < count; i++) {
            double x = points[2 * i] * width;
            double y = points[2 * i + 1] * height;
            double nextX = points[2 * ((i + 1) % count)] * width;
            double nextY = points[2 * ((i + 1) % count) + 1] * height;
            if (!smooth) {
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            } else if (i == 0) {
                path.moveTo((x + nextX) / 2, (y + nextY) / 2);
            } else {
                path.quadTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
            }
        }
        if (smooth) {
            double firstX = points[0] * width;
            double firstY = points[1] * height;
            path.quadTo(firstX, firstY, (firstX + points[2] * width) / 2, (firstY + points[3] * height) / 2);
        }
        path.closePath();
        paint(color, path);
    }

    /** @param thickness a share of the width */
    void line(Color color, double thickness, double x1, double y1, double x2, double y2) {
        pen.setColor(color);
        pen.setStroke(new java.awt.BasicStroke(
                (float) (thickness * width), java.awt.BasicStroke.CAP_ROUND, java.awt.BasicStroke.JOIN_ROUND));
        pen.draw(new java.awt.geom.Line2D.Double(x1 * width, y1 * height, x2 * width, y2 * height));
    }

    /** An arc of an oval around (x, y) from the angle {@code start} by {@code extent} degrees, counter-clockwise from the right. */
    void arc(Color color, double thickness, double x, double y, double rx, double ry, double start, double extent) {
        pen.setColor(color);
        pen.setStroke(new java.awt.BasicStroke(
                (float) (thickness * width), java.awt.BasicStroke.CAP_ROUND, java.awt.BasicStroke.JOIN_ROUND));
        pen.draw(new java.awt.geom.Arc2D.Double(
                (x - rx) * width,
                (y - ry) * height,
                2 * rx * width,
                2 * ry * height,
                start,
                extent,
                java.awt.geom.Arc2D.OPEN));
    }

    private java.awt.geom.Rectangle2D rectangle(double x, double y, double w, double h) {
        return new java.awt.geom.Rectangle2D.Double(x * width, y * height, w * width, h * height);
    }

    private void paint(Paint paint, Shape shape) {
        pen.setPaint(paint);
        pen.fill(shape);
    }

    @Override
    public void close() {
        pen.dispose();
    }
}
