package dev.fuda.dictionary.format;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For tests of formats which tags of other tests, or the real lists, would disturb: an application of their own. */
public class FormatDatabase implements QuarkusTestProfile {}
