package vn.chieng.api.organizations;

import java.util.Objects;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs changes of the register one after another, each in a transaction, and lets this process see them at once. */
@Component
public final class RegisterTransactions {
    private final TransactionTemplate transactions;
    private final OrganizationRegister register;
    private final MemoryDirectory directory;

    RegisterTransactions(TransactionTemplate transactions, OrganizationRegister register, MemoryDirectory directory) {
        this.transactions = transactions;
        this.register = register;
        this.directory = directory;
    }

    /** Runs the work, which is given the register's version before it; only what is {@link ChangeOutcome.Done} stays. */
    public <T> ChangeOutcome<T> change(LongFunction<ChangeOutcome<T>> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            ChangeOutcome<T> result = work.apply(register.advance());
            if (result instanceof ChangeOutcome.Done<T>) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        directory.changed();
                    }
                });
            } else {
                status.setRollbackOnly();
            }
            return result;
        }));
    }
}
