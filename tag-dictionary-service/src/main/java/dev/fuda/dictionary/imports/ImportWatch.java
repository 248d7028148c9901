package dev.fuda.dictionary.imports;

/** Whoever follows an import. */
interface ImportWatch {

    /** Nobody. */
    ImportWatch NOBODY = new ImportWatch() {
        @Override
        public void percent(int done) {}

        @Override
        public boolean unwanted() {
            return false;
        }
    };

    /** How far it is, 0 to 100. */
    void percent(int done);

    /** Whether it should stop; asked often, from any thread. */
    boolean unwanted();
}
