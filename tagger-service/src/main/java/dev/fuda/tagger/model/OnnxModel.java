package dev.fuda.tagger.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A graph in ONNX Runtime: one session, used by any number of threads at once, closed when nobody uses it. It takes one
 * float tensor of pictures and answers with one float tensor of scores; half precision is converted.
 */
public final class OnnxModel implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private final OrtSession session;
    private final String inputName;
    private final TensorInfo input;
    private boolean closed;

    private OnnxModel(OrtSession session) throws OrtException {
        this.session = session;
        if (session.getNumInputs() != 1) {
            throw new BrokenModel("The model has " + session.getNumInputs() + " inputs; taggers have one.");
        }
        inputName = session.getInputNames().iterator().next();
        if (!(session.getInputInfo().get(inputName).getInfo() instanceof TensorInfo tensor)
                || tensor.getShape().length != 4) {
            throw new BrokenModel("The input '" + inputName + "' is no batch of pictures (four axes).");
        }
        input = tensor;
        if (tensor.type != OnnxJavaType.FLOAT && tensor.type != OnnxJavaType.FLOAT16) {
            throw new BrokenModel("The input '" + inputName + "' takes " + tensor.type + "; it must take floats.");
        }
    }

    /** Loads a file, with the weights beside it if it names such. */
    public static OnnxModel load(Path file, int threads) {
        return load(threads, options -> OrtEnvironment.getEnvironment().createSession(file.toString(), options));
    }

    /** Loads a model from memory. */
    public static OnnxModel load(byte[] model, int threads) {
        return load(threads, options -> OrtEnvironment.getEnvironment().createSession(model, options));
    }

    private interface Opening {
        OrtSession open(OrtSession.SessionOptions options) throws OrtException;
    }

    private static OnnxModel load(int threads, Opening opening) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Batches differ in size: kept memory would grow to the largest and never shrink.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            OrtSession session = opening.open(options);
            try {
                return new OnnxModel(session);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new BrokenModel("ONNX Runtime can't load the model: " + e.getMessage());
        }
    }

    /** The shape of the input; a dynamic dimension is -1. */
    public long[] inputShape() {
        return input.getShape();
    }

    /** How many pictures the graph takes at once, or 0 for any number. */
    int fixedBatch() {
        return (int) Math.max(0, input.getShape()[0]);
    }

    /**
     * Runs the graph.
     *
     * @param pictures one array for each picture, all of the input's size
     * @param shape the input's shape without the batch
     * @return one array of raw outputs for each picture
     */
    public float[][] run(List<float[]> pictures, long[] shape) {
        float[][] outputs = new float[pictures.size()][];
        int step = fixedBatch() == 0 ? pictures.size() : fixedBatch();
        for (int from = 0; from < pictures.size(); from += step) {
            List<float[]> part = pictures.subList(from, Math.min(from + step, pictures.size()));
            float[][] answers = runOnce(part, step, shape);
            System.arraycopy(answers, 0, outputs, from, part.size());
        }
        return outputs;
    }

    private float[][] runOnce(List<float[]> pictures, int batch, long[] shape) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new BrokenModel("The model was taken away while it was asked.");
            }
            long[] full = {batch, shape[0], shape[1], shape[2]};
            try (OnnxTensor tensor = tensor(pictures, full);
                    OrtSession.Result result = session.run(Map.of(inputName, tensor))) {
                return rows((OnnxTensor) result.get(0), batch);
            }
        } catch (OrtException e) {
            throw new BrokenModel("ONNX Runtime failed: " + e.getMessage());
        } finally {
            use.readLock().unlock();
        }
    }

    /** The pictures as one tensor; places of a fixed batch that nobody needs hold zeros. */
    private OnnxTensor tensor(List<float[]> pictures, long[] shape) throws OrtException {
        int size = Math.toIntExact(shape[1] * shape[2] * shape[3]);
        int count = Math.toIntExact(shape[0] * size);
        if (input.type == OnnxJavaType.FLOAT) {
            FloatBuffer numbers = direct(count * Float.BYTES).asFloatBuffer();
            for (int i = 0; i < pictures.size(); i++) {
                numbers.put(i * size, pictures.get(i));
            }
            return OnnxTensor.createTensor(environment, numbers, shape);
        }
        ByteBuffer halves = direct(count * Short.BYTES);
        for (int i = 0; i < pictures.size(); i++) {
            float[] picture = pictures.get(i);
            for (int k = 0; k < size; k++) {
                halves.putShort((i * size + k) * Short.BYTES, Float.floatToFloat16(picture[k]));
            }
        }
        return OnnxTensor.createTensor(environment, halves, shape, OnnxJavaType.FLOAT16);
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static float[][] rows(OnnxTensor tensor, int batch) {
        FloatBuffer numbers = tensor.getFloatBuffer();
        if (numbers == null || numbers.remaining() % batch != 0) {
            throw new BrokenModel("The first output of the model is no table of floats.");
        }
        float[][] rows = new float[batch][numbers.remaining() / batch];
        for (float[] row : rows) {
            numbers.get(row);
        }
        return rows;
    }

    /** Waits for the runs in progress, then frees the model's memory. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new BrokenModel("ONNX Runtime can't close the model: " + e.getMessage());
        } finally {
            use.writeLock().unlock();
        }
    }
}
