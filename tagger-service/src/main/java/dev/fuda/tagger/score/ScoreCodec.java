package dev.fuda.tagger.score;

import dev.fuda.tagger.model.Scores;
import java.nio.ByteBuffer;

/** Writes scores as bytes: for each, its place in the model's tags (int32) and its value (float32), big-endian. */
final class ScoreCodec {

    private static final int ENTRY = Integer.BYTES + Float.BYTES;

    private ScoreCodec() {}

    static byte[] encode(Scores scores) {
        ByteBuffer bytes = ByteBuffer.allocate(scores.labels().length * ENTRY);
        for (int i = 0; i < scores.labels().length; i++) {
            bytes.putInt(scores.labels()[i]).putFloat(scores.values()[i]);
        }
        return bytes.array();
    }

    static Scores decode(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int[] labels = new int[stored.length / ENTRY];
        float[] values = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes.getInt();
            values[i] = bytes.getFloat();
        }
        return new Scores(labels, values);
    }
}
