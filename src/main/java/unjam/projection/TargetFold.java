package unjam.projection;

import java.util.List;
import java.util.function.UnaryOperator;
import unjam.scsi.SessionState;
import unjam.trace.IscsiFact;
import unjam.trace.MachineFact;
import unjam.trace.TargetFact;
import unjam.trace.TraceEvent;

/** A session's two ends: the initiator's state of it, and what the target does with it. */
final class TargetFold {

  private final Projector all;

  TargetFold(Projector all) {
    this.all = all;
  }

  void apply(TraceEvent event, IscsiFact fact) {
    switch (fact) {
      case IscsiFact.SessionAdded added -> {
        all.target =
            all.target.plus(
                new TargetView.Session(
                    event.host(), added.session(), added.target(), added.portal(), -1, false,
                    List.of(), List.of()));
        String state = SessionState.LOGGED_IN.sysfs();
        all.transport(
            event,
            new MachineFact.TransportStateSet("session" + added.session(), state, state));
      }
      case IscsiFact.TaskQueued _, IscsiFact.TaskSent _, IscsiFact.NopSent _,
          IscsiFact.NopAnswered _, IscsiFact.PingTimedOut _, IscsiFact.TmfSent _,
          IscsiFact.TmfTimedOut _, IscsiFact.TmfAnswered _, IscsiFact.ConnError _,
          IscsiFact.ConnStopped _, IscsiFact.TasksFailed _, IscsiFact.SessionBlocked _,
          IscsiFact.RecoveryTimedOut _, IscsiFact.WaitersTold _, IscsiFact.SessionResetBegan _,
          IscsiFact.DevicesUnblocked _, IscsiFact.ConnBound _, IscsiFact.ConnStarted _,
          IscsiFact.SessionUnblocked _ -> { }
    }
  }

  void apply(TraceEvent event, TargetFact fact) {
    switch (fact) {
      case TargetFact.ConnectionOpened opened ->
          change(event, each -> each.connected(opened.connection(), false));
      case TargetFact.ConnectionClosing closing ->
          change(
              event,
              each ->
                  each.connected(closing.connection(), true)
                      .withBios(
                          each.bios().stream().map(TargetView.Bio::unwanted).toList()));
      case TargetFact.SessionClosed _ -> change(event, each -> each.connected(-1, false));
      case TargetFact.BioSubmitted bio ->
          change(
              event,
              each ->
                  each.plus(
                      new TargetView.Bio(
                          event.cmd(), event.device(), bio.tag(), bio.held(), true,
                          event.nanos())));
      case TargetFact.BioEnded bio ->
          change(
              event,
              each ->
                  each.withBios(
                      each.bios().stream().filter(old -> old.tag() != bio.tag()).toList()));
      case TargetFact.TaskLookedUp looked ->
          change(
              event,
              each ->
                  each.withBios(
                      each.bios().stream()
                          .map(old -> old.tag() == looked.ref() ? old.unwanted() : old)
                          .toList()));
      case TargetFact.WaitBegan began ->
          change(
              event,
              each ->
                  each.plus(
                      new TargetView.Wait(began.thread(), event.cmd(), event.nanos())));
      case TargetFact.WaitEnded ended ->
          change(
              event,
              each ->
                  each.withWaits(
                      each.waits().stream()
                          .filter(old -> old.thread() != ended.thread())
                          .toList()));
      case TargetFact.LoginsWaiting waiting ->
          all.target = all.target.waiting(waiting.logins());
      case TargetFact.LoginBegan _ ->
          all.target = all.target.waiting(Math.max(0, all.target.loginsWaiting() - 1));
      case TargetFact.PortalOpened _, TargetFact.CommandReceived _,
          TargetFact.BackstoreAsked _, TargetFact.TmfReceived _, TargetFact.TmrWorkBegan _,
          TargetFact.TmrAnswered _, TargetFact.NopReceived _, TargetFact.SessionStopAsked _,
          TargetFact.LoginFailed _ -> { }
    }
  }

  private void change(
      TraceEvent event, UnaryOperator<TargetView.Session> change) {
    all.target = all.target.with(event.host(), change);
  }
}
