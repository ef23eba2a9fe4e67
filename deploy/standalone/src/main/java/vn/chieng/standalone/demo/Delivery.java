package vn.chieng.standalone.demo;

/** Takes a line of the scene to the listener it is meant for. */
interface Delivery extends AutoCloseable {

    /** False when the listener did not take the line; a play goes on without it. */
    boolean deliver(Organization from, Template template, String line) throws InterruptedException;

    @Override
    void close();
}
