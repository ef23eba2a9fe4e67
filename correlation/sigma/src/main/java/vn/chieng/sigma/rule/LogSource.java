package vn.chieng.sigma.rule;

import org.jspecify.annotations.Nullable;

/** Which events a rule is about; an absent key means any. */
public record LogSource(
        @Nullable String category,
        @Nullable String product,
        @Nullable String service) {

    /** Whether everything that this states is stated alike by the other. */
    public boolean contains(LogSource stream) {
        return (category == null || category.equals(stream.category))
                && (product == null || product.equals(stream.product))
                && (service == null || service.equals(stream.service));
    }

    /** Whether no key is stated by both and differs. */
    public boolean agreesWith(LogSource other) {
        return agrees(category, other.category) && agrees(product, other.product) && agrees(service, other.service);
    }

    private static boolean agrees(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }
}
