package vn.chieng.intake.http;

import java.util.concurrent.Executor;
import vn.chieng.intake.frame.FrameCounters;

/** What all connections share. */
record HttpServices(
        RequestGate gate,
        BatchIntake batches,
        Executor workers,
        BodyMemory memory,
        FrameCounters counters,
        HttpLimits limits) {}
