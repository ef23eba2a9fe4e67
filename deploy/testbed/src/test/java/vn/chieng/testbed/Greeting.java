package vn.chieng.testbed;

/** The smallest program for which a cache can be written. */
final class Greeting {

    private Greeting() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        System.out.println("xin chào");
    }
}
