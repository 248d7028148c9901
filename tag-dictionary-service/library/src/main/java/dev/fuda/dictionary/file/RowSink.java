package dev.fuda.dictionary.file;

import java.io.IOException;

/** Where a reader puts the rows of a file, one by one in the order of the file. */
public interface RowSink {

    void row(ImportRow row) throws IOException;

    void reject(Rejection rejection);
}
