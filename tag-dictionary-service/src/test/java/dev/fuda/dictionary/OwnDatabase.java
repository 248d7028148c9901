package dev.fuda.dictionary;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For tests that fill the dictionary with what others would find: the application starts anew, on an empty database. */
public class OwnDatabase implements QuarkusTestProfile {}
