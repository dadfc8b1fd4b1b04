//! Many threads, one order.
//!
//! Takes jobs from one thread, does them on several, hands the results over in the order of the jobs. No more jobs are
//! under way than twice the threads, so that memory does not grow with their number.

use crossbeam_channel::{Receiver, Sender, bounded};
use std::thread;

/// Runs `produce`, which hands each job to the function it is given until that says no; does each with `work`; and gives
/// every result to `take` in the order of the jobs. What `take` returns as an error ends it all.
pub(crate) fn run<J: Send, R: Send, E>(
    threads: usize,
    produce: impl FnOnce(&mut dyn FnMut(J) -> bool) + Send,
    work: impl Fn(J) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if threads == 1 {
        let mut outcome = Ok(());
        produce(&mut |job| {
            outcome = take(work(job));
            outcome.is_ok()
        });
        return outcome;
    }
    let (jobs, todo) = bounded::<(J, Sender<R>)>(threads);
    let (order, results) = bounded::<Receiver<R>>(2 * threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (todo, work) = (todo.clone(), &work);
            scope.spawn(move || {
                for (job, done) in todo {
                    // Nobody waits for it any more when the run has failed.
                    done.send(work(job)).ok();
                }
            });
        }
        drop(todo);
        scope.spawn(move || {
            produce(&mut |job| {
                let (done, result) = bounded(1);
                order.send(result).is_ok() && jobs.send((job, done)).is_ok()
            });
        });
        results.into_iter().filter_map(|result| result.recv().ok()).try_for_each(&mut take)
    })
}
